"""What the database itself refuses, whatever code writes: a person or a table twice in one slot, drafted or published.

The control: in tables made without these constraints the same rows are taken.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from elmo_events import create_app
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.matchmaking.models import Meeting, Seat
from tests.matchmaking.crowd import without_uniqueness
from tests.matchmaking.planned import agreed, day


@contextmanager
def two_meetings(settings: dict[str, Any]) -> Iterator[tuple[Meeting, Meeting]]:
    """Both with Aino, at the first table in the first and second slot, in the draft and as published."""
    with create_app(**settings).app_context():
        today = day()
        meetings = agreed(today, (0, 1), (0, 2))
        with transaction():
            for meeting, slot in zip(meetings, today.slots, strict=False):
                _put(meeting, slot.id)
                meeting.table_id = meeting.published_table_id = today.tables[0].id
        yield meetings[0], meetings[1]
        db.session.rollback()
        db.session.remove()
        db.engine.dispose()


def _put(row: Meeting, slot_id: int) -> None:
    row.slot_id = row.published_slot_id = slot_id
    for seat in row.seats:
        seat.slot_id = seat.published_slot_id = slot_id


def _move(meeting: Meeting, to: Meeting, rows: str, column: str) -> None:
    moved: list[Meeting | Seat] = [meeting] if rows == "meeting" else list(meeting.seats)
    with transaction():
        for row in moved:
            setattr(row, column, to.slot_id)


CHANGES = [("meeting", "slot_id"), ("meeting", "published_slot_id"), ("seat", "slot_id"), ("seat", "published_slot_id")]


@pytest.mark.parametrize(("rows", "column"), CHANGES)
def test_nobody_and_no_table_is_twice_in_a_slot(database: dict[str, Any], rows: str, column: str) -> None:
    with two_meetings(database) as (first, second), pytest.raises(IntegrityError):
        _move(second, first, rows, column)


def test_without_the_constraints_they_are(bare_database: dict[str, Any]) -> None:
    with create_app(**bare_database).app_context(), without_uniqueness():
        Base.metadata.create_all(db.engine)
        db.engine.dispose()
    with two_meetings(bare_database) as (first, second):
        for rows, column in CHANGES:
            _move(second, first, rows, column)
        assert second.slot_id == first.slot_id == second.published_slot_id
        assert {seat.published_slot_id for seat in second.seats} == {first.slot_id}
