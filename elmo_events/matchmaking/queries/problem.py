"""What is to be planned: an event's people, meetings, slots and tables as the planner sees them, and back again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from elmo_events.events.rules import Mode as Attendance
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.forbidden import allowed_kinds, avoiding_pairs
from elmo_events.matchmaking.queries.participations import participations
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import MeetingTable, Slot
from elmo_events.timetable.planner import problem as planner
from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.queries import slots as slots_of
from elmo_events.timetable.queries import tables as tables_of
from elmo_events.timetable.queries import unusable_slots
from elmo_events.timetable.rules import TableKind

Place = tuple[int | None, int | None]  # ids of a slot and a table


class Rows(NamedTuple):
    """What the positions of a problem stand for."""

    people: tuple[Participation, ...]
    meetings: tuple[Meeting, ...]
    slots: tuple[Slot, ...]
    tables: tuple[MeetingTable, ...]


@dataclass(frozen=True)
class Asked:
    """A problem, and what its positions stand for.

    `lapsed`: meetings of somebody who no longer takes part; they are in no timetable.
    """

    problem: planner.Problem
    people: tuple[Participation, ...]
    meetings: tuple[Meeting, ...]
    slots: tuple[Slot, ...]
    tables: tuple[MeetingTable, ...]
    lapsed: tuple[Meeting, ...]

    def timetable(self, places: Mapping[Meeting, Place]) -> Timetable:
        """These places as the planner's timetable; a slot or table that it does not know counts as none."""
        slots = {slot.id: number for number, slot in enumerate(self.slots)}
        tables = {table.id: number for number, table in enumerate(self.tables)}
        at = [places.get(meeting, (None, None)) for meeting in self.meetings]
        held = tuple(slots.get(slot) if slot else None for slot, _ in at)
        asked = zip(self.problem.meetings, held, at, strict=True)
        return Timetable(
            slots=held,
            pairs=tuple(
                meeting.people if slot is not None else None
                for meeting, slot in zip(self.problem.meetings, held, strict=True)
            ),
            locations=tuple(
                tables.get(place[1]) if slot is not None and place[1] else None for _, slot, place in asked
            ),
        )

    def draft(self) -> Timetable:
        return self.timetable({meeting: (meeting.slot_id, meeting.table_id) for meeting in self.meetings})

    def published(self) -> Timetable:
        return self.timetable(
            {meeting: (meeting.published_slot_id, meeting.published_table_id) for meeting in self.meetings}
        )

    def places(self, timetable: Timetable) -> dict[Meeting, Place]:
        """Where each meeting is in a timetable, as ids."""
        rows = zip(self.meetings, timetable.slots, timetable.locations, strict=True)
        return {
            meeting: (
                None if slot is None else self.slots[slot].id,
                None if table is None else self.tables[table].id,
            )
            for meeting, slot, table in rows
        }


def has_active_meetings(matchmaking: Matchmaking) -> bool:
    return db.session.scalar(_active(matchmaking).with_only_columns(Meeting.id).limit(1)) is not None


def asked(matchmaking: Matchmaking, moment: datetime, to_write: bool = False) -> Asked:
    """The problem as it stands. What has begun by this moment stays as people were told; nothing new is put there.

    `to_write`: meetings come with their seats, as whoever gives them places needs them.
    """
    event = matchmaking.event
    people = tuple(participations(event))
    known = {person.id for person in people}
    with_seats = (selectinload(Meeting.seats),) if to_write else ()
    everything = db.session.scalars(_active(matchmaking).options(*with_seats).order_by(Meeting.id)).all()
    meetings = tuple(each for each in everything if {each.first_id, each.second_id} <= known)
    lapsed = tuple(each for each in everything if not {each.first_id, each.second_id} <= known)
    slots, tables = tuple(slots_of(event)), _usable_tables(matchmaking, meetings)
    rows = Rows(people, meetings, slots, tables)
    return Asked(_Maker(matchmaking, rows, moment).problem(), *rows, lapsed)


def _active(matchmaking: Matchmaking) -> Select[Meeting]:
    return select(Meeting).where(Meeting.event_id == matchmaking.event_id, Meeting.state == MeetingState.ACTIVE)


def _usable_tables(matchmaking: Matchmaking, meetings: Iterable[Meeting]) -> tuple[MeetingTable, ...]:
    """Open ones, and closed ones where a meeting is pinned or was held."""
    kept = {meeting.table_id for meeting in meetings} | {meeting.published_table_id for meeting in meetings}
    return tuple(table for table in tables_of(matchmaking.event) if table.is_open or table.id in kept)


class _Maker:
    """Writes the planner's problem; positions are those of the rows."""

    def __init__(self, matchmaking: Matchmaking, rows: Rows, moment: datetime) -> None:
        self.matchmaking = matchmaking
        people, meetings, slots, tables = rows
        self.people, self.meetings, self.slots, self.tables = rows
        self.person_at = {person.id: number for number, person in enumerate(people)}
        self.slot_at = {slot.id: number for number, slot in enumerate(slots)}
        self.table_at = {table.id: number for number, table in enumerate(tables)}
        self.begun = frozenset(number for number, slot in enumerate(slots) if slot.starts_at <= moment)
        self.to_come = frozenset(range(len(slots))) - self.begun
        self.hosts = {person.registration_id: number for number, person in enumerate(people)}
        self.fixed = {meeting: place for meeting in meetings if (place := self._fixed(meeting))}

    def problem(self) -> planner.Problem:
        people = self._people()
        return planner.Problem(
            people=people,
            meetings=tuple(map(self._meeting, self.meetings)),
            slots=tuple(
                planner.Slot(str(slot.block_id), slot.starts_at.isoformat(), slot.ends_at.isoformat())
                for slot in self.slots
            ),
            locations=tuple(map(self._location, self.tables)),
            forbidden_pairs=avoiding_pairs([person.profile for person in self.people]),
            may_meet=allowed_kinds(self.matchmaking.forbidden_types, {each.kind for each in people if each.kind}),
            published=self._published(),
        )

    def _people(self) -> tuple[planner.Person, ...]:
        unusable = unusable_slots(self.matchmaking.event, [person.registration for person in self.people])
        return tuple(
            planner.Person(
                name=person.profile.name,
                unavailable=frozenset(self.slot_at[slot] for slot in unusable[person.registration_id]),
                most_meetings=self.matchmaking.most_meetings,
                most_in_a_row=self.matchmaking.most_in_a_row,
                kind=person.profile.organisation_type.slug if person.profile.organisation_type else None,
            )
            for person in self.people
        )

    def _meeting(self, meeting: Meeting) -> planner.Meeting:
        place = self.fixed.get(meeting)
        return planner.Meeting(
            people=(self.person_at[meeting.first_id], self.person_at[meeting.second_id]),
            mode=self._mode(meeting),
            allowed_slots=self.to_come if self.begun and place is None else None,
            pinned_slot=None if place is None else self.slot_at[place[0]],
            pinned_location=None if place is None or place[1] is None else self.table_at.get(place[1]),
        )

    def _fixed(self, meeting: Meeting) -> tuple[int, int | None] | None:
        """Slot and table that planning leaves as they are: pinned ones, and where people have met already."""
        if meeting.is_pinned and meeting.slot_id is not None:
            return meeting.slot_id, meeting.table_id
        told = meeting.published_slot_id
        if told is not None and self.slot_at[told] in self.begun:
            return told, meeting.published_table_id
        return None

    def _mode(self, meeting: Meeting) -> planner.Mode:
        people = (self.people[self.person_at[number]] for number in (meeting.first_id, meeting.second_id))
        online = [person.registration.admission.mode == Attendance.ONLINE for person in people]
        if all(online):
            return planner.Mode.ONLINE
        return planner.Mode.HYBRID if any(online) else planner.Mode.ON_SITE

    def _location(self, table: MeetingTable) -> planner.Location:
        """A booth whose host is not among the people is a table for everybody."""
        used = {self.slot_at[slot] for slot, at in self.fixed.values() if at == table.id}
        closed = frozenset[int]() if table.is_open else frozenset(range(len(self.slots))) - used
        host = self.hosts.get(table.host_registration_id or 0) if table.kind == TableKind.BOOTH else None
        is_shared = table.kind == TableKind.BOOTH and host is None
        kind = planner.LocationKind.TABLE if is_shared else planner.LocationKind(table.kind)
        return planner.Location(table.name, kind, host, closed)

    def _published(self) -> tuple[int | None, ...] | None:
        told = [meeting.published_slot_id for meeting in self.meetings]
        return tuple(None if slot is None else self.slot_at[slot] for slot in told) if any(told) else None
