"""Two hundred people sign up at once for twenty places, at several server processes: nobody is lost, nobody too many.

The control: with the lock switched off, the same crowd must end in disorder, or the test would prove nothing.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

from sqlalchemy import select

from elmo_events import create_app
from elmo_events.foundation.database import db
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from tests import makers
from tests.servers import web
from tests.servers.visitor import Answer, Visitor, form_in

PEOPLE, PLACES, PROCESSES = 200, 20, 3
BOUND = 30  # seconds, on a machine that runs other tests beside this one; `make bench` measures it alone
PAGE = "/en/events/kiertotalous/registration"


@dataclass
class Crowd:
    """What everybody was answered, and how long the last one waited."""

    answers: list[Answer]
    seconds: float

    def told(self, words: str) -> int:
        return sum(answer.title.startswith(words) for answer in self.answers)


def sign_up_at_once(address: str) -> Crowd:
    """All press the button in the same moment; they have read one form together, since reading it is not the point."""
    first = Visitor(address)
    form = form_in(first.get(PAGE).text)
    start = Barrier(PEOPLE + 1)

    def sign_up(number: int) -> Answer:
        visitor = Visitor(address, cookies=dict(first.cookies))
        fields = form | {
            "first_name": f"Etunimi{number}",
            "last_name": f"Sukunimi{number}",
            "email": f"person{number}@example.org",
            "organisation": "Malli Oy",
        }
        start.wait(timeout=BOUND * 2)
        return visitor.post(PAGE, fields)

    with ThreadPoolExecutor(PEOPLE) as pool:
        futures = [pool.submit(sign_up, number) for number in range(PEOPLE)]
        start.wait(timeout=BOUND * 2)
        begun = time.monotonic()
        answers = [future.result() for future in futures]
    return Crowd(answers, time.monotonic() - begun)


def crowd_at(settings: dict[str, Any], factory: str, workers: int = PROCESSES) -> tuple[Crowd, list[Registration]]:
    """Let the crowd come; what it was told, and what the database holds, in the order of sign-up."""
    app = create_app(**settings)
    with app.app_context():
        makers.event(makers.organiser(), places=PLACES)
        running = web.settings_for(settings, ELMO_WEB_WORKERS=workers)
        with web.serving(running, factory) as product:
            crowd = sign_up_at_once(product.address)
        db.session.rollback()
        rows = db.session.scalars(select(Registration).order_by(Registration.id)).all()
        db.session.expunge_all()
        db.session.remove()
        db.engine.dispose()
    return crowd, list(rows)


def disorder(crowd: Crowd, rows: list[Registration]) -> list[str]:
    """Everything that is not as it must be, in words."""
    waiting = [row for row in rows if row.state == RegistrationState.WAITING]
    expected = {
        "an error": any(answer.status != 200 for answer in crowd.answers),
        "not everybody is there": len(rows) != PEOPLE,
        "not the first twenty are in": [row.state for row in rows[:PLACES]] != [RegistrationState.CONFIRMED] * PLACES,
        "not the rest waits": len(waiting) != PEOPLE - PLACES,
        "the line has no order": [row.queue_number for row in waiting] != list(range(1, len(waiting) + 1)),
        "the pages told something else": (crowd.told("You are in"), crowd.told("You are on the waiting list"))
        != (PLACES, PEOPLE - PLACES),
    }
    return [what for what, is_so in expected.items() if is_so]


def test_twenty_are_in_and_the_rest_waits_in_order(database: dict[str, Any]) -> None:
    crowd, rows = crowd_at(database, "elmo_events:create_app")
    assert disorder(crowd, rows) == []
    assert crowd.seconds < BOUND


def test_without_the_lock_the_same_crowd_ends_in_disorder(database: dict[str, Any]) -> None:
    crowd, rows = crowd_at(database, "tests.servers.unlocked:create_app")
    assert disorder(crowd, rows) != []
