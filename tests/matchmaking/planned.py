"""An event whose meetings can be planned, for tests."""

from collections.abc import Sequence
from typing import NamedTuple

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Plan
from elmo_events.timetable.models import MeetingTable, Slot
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers

NAMES = ("Aino", "Bo", "Cilla", "Daavid", "Eeva", "Faris")


class Day(NamedTuple):
    event: Event
    matchmaking: Matchmaking
    organiser: Account
    people: Sequence[Participation]
    slots: Sequence[Slot]
    tables: Sequence[MeetingTable]

    @property
    def names(self) -> dict[str, Participation]:
        return dict(zip(NAMES, self.people, strict=False))


def day(people: int = 4, slot_count: int = 4, table_count: int = 2, **facts: object) -> Day:
    """So many people (Aino, Bo, Cilla, …), one block of slots, tables, and an editor of the organiser."""
    council = makers.organiser()
    event = makers.event(council)
    matchmaking = meeting_makers.matchmaking(event, slots=slot_count, tables=table_count, **facts)
    crowd = [meeting_makers.participation(event, name) for name in NAMES[:people]]
    return Day(event, matchmaking, makers.member(council), crowd, slots(event), tables(event))


def agreed(day: Day, *pairs: tuple[int, int]) -> list[Meeting]:
    """Meetings that wait for a slot, between people by position."""
    return [meeting_makers.meeting(day.people[first], day.people[second], published=False) for first, second in pairs]


def planned(day: Day, seconds: int = 20) -> Plan:
    """Order a plan, let the worker make it, and see how it ended."""
    with transaction():
        number = actions.order_plan(day.matchmaking, seconds, day.organiser).id
    run_queued()
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Plan, number)
