"""The worker's part: every morning, ask what has stood for a year, close what nobody answered for, warn who stayed away."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import structlog

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import nightly
from elmo_events.profiles import actions
from elmo_events.profiles.queries import asking

log = structlog.get_logger()


def register() -> None:
    """Importing this module has registered its jobs."""


@nightly(hour=5)
def keep_profiles_true() -> None:
    """Running twice writes nothing twice: each profile is looked at afresh in a transaction of its own."""
    moment = now()
    steps: tuple[tuple[Callable[[datetime], Sequence[int]], Callable[[int, datetime], Any]], ...] = (
        (asking.back_again, actions.take_back_warning),
        (asking.with_unanswered, actions.close_unanswered),
        (asking.to_be_warned, actions.warn),
        (asking.to_be_asked, actions.ask_whether_still_open),
    )
    for find, act in steps:
        due = find(moment)
        db.session.rollback()
        for profile_id in due:
            _try(act, profile_id, moment)


def _try(act: Callable[[int, datetime], Any], profile_id: int, moment: datetime) -> None:
    """One that fails keeps no other waiting; it is tried again tomorrow."""
    try:
        with transaction():
            act(profile_id, moment)
    except Exception:
        log.exception("profile not asked", profile=profile_id)
