"""A hundred people accept at once for the same slots and tables: nobody and no table is ever booked twice.

The controls: with the lock switched off and the constraints dropped the same crowd ends in disorder, or the test would prove
nothing; with the lock off alone the database still lets nothing be booked twice.
"""

from typing import Any

from flask import Flask

from elmo_events import create_app
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.matchmaking.actions.answer import accept
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.actions.label import label
from elmo_events.matchmaking.models import Label, Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import LabelKind
from tests import makers, meeting_makers
from tests.at_once import BOUND, TIMES, at_once
from tests.matchmaking.crowd import UNLOCKED, Hall, race, without_uniqueness
from tests.matchmaking.people_who_meet import asked

HUNDRED = Hall(slots=5, tables=2, senders=20, each_asks=5)
TWENTY_PAIRS = Hall(slots=1, tables=1, senders=20, each_asks=1)


def test_a_hundred_accept_at_once_and_nothing_is_booked_twice(database: dict[str, Any]) -> None:
    found = race(database, HUNDRED)
    assert found.disorder() == []
    assert (len(found.answers), len(found.meetings)) == (100, 10)
    assert found.seconds < BOUND


def test_of_twenty_pairs_one_gets_the_only_table(database: dict[str, Any]) -> None:
    found = race(database, TWENTY_PAIRS)
    assert found.disorder() == []
    assert len(found.meetings) == 1


def test_without_lock_and_constraints_the_same_crowd_ends_in_disorder(bare_database: dict[str, Any]) -> None:
    """SQLite lets no two transactions write on what both have read, and answers with errors instead."""
    app = create_app(**bare_database)
    with app.app_context():
        with without_uniqueness():
            Base.metadata.create_all(db.engine)
        is_sqlite = db.engine.dialect.name == "sqlite"
        db.engine.dispose()
    found = race(bare_database, HUNDRED, UNLOCKED)
    assert found.disorder() != []
    assert is_sqlite or found.double_bookings() != []


def test_without_the_lock_the_constraints_still_hold(database: dict[str, Any]) -> None:
    found = race(database, HUNDRED, UNLOCKED)
    assert found.double_bookings() == []


def test_two_who_ask_each_other_at_once_make_one_request(app: Flask) -> None:
    aino, bo = (one.id for one in _two())  # rows belong to the session of one thread
    outcomes = at_once(app, lambda number: _ask(*((aino, bo) if number % 2 else (bo, aino))))
    assert sorted(outcomes) == ["done"] + ["refused"] * (TIMES - 1)
    db.session.rollback()
    assert db.session.query(MeetingRequest).count() == 1


def test_who_accepts_many_times_meets_once(app: Flask) -> None:
    number = asked(*_two()).id
    outcomes = at_once(app, lambda _: _accept(number))
    assert sorted(outcomes) == ["done"] + ["refused"] * (TIMES - 1)
    db.session.rollback()
    assert db.session.query(Meeting).count() == 1


def test_who_hides_somebody_many_times_at_once_has_hidden_them(app: Flask) -> None:
    viewer, other = (one.id for one in _two())
    assert at_once(app, lambda _: _hide(viewer, other)) == ["done"] * TIMES
    db.session.rollback()
    assert db.session.query(Label).count() == 1


def _two() -> tuple[Participation, Participation]:
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    return meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")


def _ask(sender: int, recipient: int) -> None:
    own = db.session.get_one(Participation, sender)
    with transaction():
        ask(own, db.session.get_one(Participation, recipient), message="Hello")


def _accept(number: int) -> None:
    request = db.session.get_one(MeetingRequest, number)
    with transaction():
        accept(request)


def _hide(viewer: int, other: int) -> None:
    with transaction():
        label(db.session.get_one(Participation, viewer), db.session.get_one(Participation, other), LabelKind.HIDDEN)
