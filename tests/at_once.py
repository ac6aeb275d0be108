"""Many do the same thing at the same moment, each as a request of its own does."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from flask import Flask

from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal

TIMES = 12
BOUND = 30  # seconds, on a machine that runs other tests beside this one


def at_once(app: Flask, action: Callable[[int], Any]) -> list[Any]:
    """What `action` answered, given a number each time: “done” when it answered nothing, “refused” for a refusal."""
    start = Barrier(TIMES)

    def run(number: int) -> Any:
        with app.app_context():
            start.wait(timeout=BOUND)
            try:
                return action(number) or "done"
            except Refusal:
                return "refused"
            finally:
                db.session.remove()

    with ThreadPoolExecutor(TIMES) as pool:
        return list(pool.map(run, range(TIMES)))
