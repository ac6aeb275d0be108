"""A copied event keeps its time, room and rules for meetings, on its new days."""

from datetime import UTC, datetime, timedelta

from flask import Flask

from elmo_events.events import actions
from elmo_events.foundation import dates
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.timetable import queries
from elmo_events.timetable.models import MeetingTable
from elmo_events.timetable.rules import TableKind
from tests import makers, meeting_makers


def test_blocks_tables_and_rules_go_with_the_copy(app: Flask) -> None:
    organiser = makers.organiser()
    by = makers.member(organiser)
    start = datetime(2027, 3, 26, 7, 0, tzinfo=UTC)  # two days before the clocks go forward
    event = makers.event(organiser, starts_at=start)
    host = meeting_makers.registration(event, "aino@example.org")
    known = meeting_makers.matchmaking(event, most_requests=7, weights={"offers": 1.0}, forbidden_types=[["a", "b"]],
                                       opens_at=start - timedelta(days=10), published_at=start)  # fmt: skip
    makers.saved(MeetingTable(event_id=event.id, name="Booth", kind=TableKind.BOOTH, host_registration_id=host.id))
    makers.saved(MeetingTable(event_id=event.id, name="Room", kind=TableKind.VIDEO, link="https://video.example.org/1"))
    with transaction():
        made = actions.copy(event, (start + timedelta(days=7)).date(), by)
    copied = db.session.get_one(Matchmaking, made.id)
    assert (copied.most_requests, copied.weights, copied.forbidden_types) == (7, {"offers": 1.0}, [["a", "b"]])
    assert (copied.published_at, known.published_at) == (None, start)
    assert copied.opens_at
    assert dates.local(copied.opens_at).isoformat() == "2027-03-23T09:00:00+02:00"
    slots = queries.slots(made)
    assert [dates.time_text(slot.starts_at, "fi") for slot in slots] == [
        "9.00",
        "9.20",
        "9.40",
        "10.00",
        "10.20",
        "10.40",
    ]
    assert slots[0].starts_at == start + timedelta(days=7) - timedelta(hours=1)
    assert [(table.name, table.host_registration_id) for table in queries.tables(made)] == [
        ("Booth", None), ("1", None), ("2", None), ("3", None),
    ]  # fmt: skip


def test_an_event_without_meetings_is_copied_without(app: Flask) -> None:
    organiser = makers.organiser()
    by, event = makers.member(organiser), makers.event(organiser)
    with transaction():
        made = actions.copy(event, (event.starts_at + timedelta(days=7)).date(), by)
    assert db.session.get(Matchmaking, made.id) is None
    assert not queries.blocks(made)
