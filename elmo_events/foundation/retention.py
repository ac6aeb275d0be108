"""What is forgotten, and when: features register, the nightly job and `elmo forget` run them all."""

from collections.abc import Callable
from datetime import datetime

import structlog

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.jobs import nightly

Forgetter = Callable[[datetime], int]
log = structlog.get_logger()
_forgetters: dict[str, Forgetter] = {}


def forgets(what: str) -> Callable[[Forgetter], Forgetter]:
    """Register a function that forgets what is due at a moment and returns how many rows it changed."""

    def remember(forgetter: Forgetter) -> Forgetter:
        _forgetters[what] = forgetter
        return forgetter

    return remember


def forget_what_is_due() -> dict[str, int]:
    """Each kind in a transaction of its own: one that fails keeps no other from being forgotten, and is raised at the end."""
    forgotten: dict[str, int] = {}
    failures: list[Exception] = []
    for what, forgetter in _forgetters.items():
        try:
            with transaction():
                forgotten[what] = forgetter(now())
        except Exception as error:
            log.exception("not forgotten", what=what)
            failures.append(error)
    if failures:
        raise failures[0]
    return forgotten


@nightly(hour=2)
def forget_nightly() -> None:
    log.info("forgotten", **{what.replace(" ", "_"): number for what, number in forget_what_is_due().items()})
