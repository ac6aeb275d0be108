"""The published timetable as the planner reads it, to be mended: read as plain rows, since it may hold thousands."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from elmo_events.events.models import Admission
from elmo_events.events.models import Event as EventRow
from elmo_events.events.rules import Mode as AdmissionMode
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Move, Participation, Repair
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.queries.rows import block_masks
from elmo_events.matchmaking.rules import MeetingState, RepairState
from elmo_events.registration.models import Registration
from elmo_events.timetable import queries as timetable
from elmo_events.timetable.models import MeetingTable, Slot
from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.grid import longest_row
from elmo_events.timetable.planner.problem import Location, LocationKind, Mode, Person, Problem
from elmo_events.timetable.planner.problem import Meeting as Planned
from elmo_events.timetable.planner.problem import Slot as Piece
from elmo_events.timetable.rules import TableKind

HEAVY, LIGHT = 10, 1


class Row(NamedTuple):
    """A meeting as it stands."""

    id: int
    first_id: int
    second_id: int
    slot_id: int | None
    table_id: int | None
    published_slot_id: int | None
    published_table_id: int | None
    is_pinned: bool

    @property
    def is_as_published(self) -> bool:
        return (self.slot_id, self.table_id) == (self.published_slot_id, self.published_table_id)


@dataclass(frozen=True)
class Day:
    """A problem with the timetable that people know, and the rows that its positions stand for.

    `waiting` are positions of meetings without a slot: of the `abandoned` people, or of two who are free in the freed slot.
    """

    problem: Problem
    published: Timetable
    rows: tuple[Row, ...]
    slots: tuple[Slot, ...]
    tables: tuple[MeetingTable, ...]
    waiting: tuple[int, ...]
    waiting_of_abandoned: tuple[int, ...]


def day_of(matchmaking: Matchmaking, abandoned: Sequence[int], freed: Slot | None, moment: datetime) -> Day:
    """`moment`: slots that begin before it are over, and nothing moves into or out of them."""
    return _Reading(matchmaking, moment).day(abandoned, freed)


class _Reading:
    def __init__(self, matchmaking: Matchmaking, moment: datetime) -> None:
        event = db.session.get_one(EventRow, matchmaking.event_id)
        self.matchmaking = matchmaking
        self.slots, self.tables = tuple(timetable.slots(event)), _tables(event, matchmaking)
        self.slot_at = {slot.id: position for position, slot in enumerate(self.slots)}
        self.table_at = {table.id: position for position, table in enumerate(self.tables)}
        self.ahead = frozenset(at for at, slot in enumerate(self.slots) if slot.starts_at >= moment)
        self.people = _people(event.id)
        self.person_at = {number: position for position, number in enumerate(self.people)}
        self.host_at = {one.registration_id: position for position, one in enumerate(self.people.values())}
        self.has_video = bool(matchmaking.video_address) or any(t.kind == TableKind.VIDEO for t in self.tables)
        self.rows = [row for row in _rows(event.id) if row.first_id in self.people and row.second_id in self.people]
        self.unusable = _unusable(event, self.people.values())
        self.settled = _in_open_repairs(event.id)
        self.held: dict[int, set[int]] = defaultdict(set)  # person's position → slots of published meetings
        self.drafted: dict[int, set[int]] = defaultdict(set)  # … and slots that only the draft holds
        self.used: dict[int, set[int]] = defaultdict(set)  # table's position → slots of published meetings
        self.kept: dict[int, set[int]] = defaultdict(set)  # … and slots that only the draft holds
        for row in self.rows:
            self._note(row)

    def _note(self, row: Row) -> None:
        sides = self.person_at[row.first_id], self.person_at[row.second_id]
        if row.published_slot_id is not None:
            at = self.slot_at[row.published_slot_id]
            for person in sides:
                self.held[person].add(at)
            if row.published_table_id in self.table_at:
                self.used[self.table_at[row.published_table_id]].add(at)
        if row.slot_id is not None and not row.is_as_published:
            at = self.slot_at[row.slot_id]
            for person in sides:
                self.drafted[person].add(at)
            if row.table_id in self.table_at:
                self.kept[self.table_at[row.table_id]].add(at)

    def day(self, abandoned: Sequence[int], freed: Slot | None) -> Day:
        heavy = set(abandoned)
        freed_at = self.slot_at.get(freed.id) if freed else None
        rows = tuple(row for row in self.rows if row.published_slot_id or self._may_fill(row, heavy, freed_at))
        waiting = tuple(at for at, row in enumerate(rows) if row.published_slot_id is None)
        problem = Problem(
            people=tuple(self._person(position, one) for position, one in enumerate(self.people.values())),
            meetings=tuple(self._meeting(row, heavy) for row in rows),
            slots=tuple(Piece(str(slot.block_id)) for slot in self.slots),
            locations=tuple(self._location(position, table) for position, table in enumerate(self.tables)),
        )
        return Day(
            problem, _timetable(problem, rows, self.slot_at, self.table_at), rows, self.slots, self.tables, waiting,
            tuple(at for at in waiting if heavy & {rows[at].first_id, rows[at].second_id}),
        )  # fmt: skip

    def _may_fill(self, row: Row, abandoned: set[int], freed_at: int | None) -> bool:
        if row.slot_id is not None or row.id in self.settled:
            return False
        sides = row.first_id, row.second_id
        if abandoned & set(sides):
            return True
        return freed_at is not None and all(self._is_free(number, freed_at) for number in sides)

    def _is_free(self, number: int, slot: int) -> bool:
        position = self.person_at[number]
        return not any(slot in taken[position] for taken in (self.held, self.drafted)) and (
            self.slots[slot].id not in self.unusable[self.people[number].registration_id]
        )

    def _person(self, position: int, one: "_One") -> Person:
        """Rules that came after people were told don't put in doubt what they were told."""
        held, unusable = self.held[position], self.unusable[one.registration_id]
        closed = {self.slot_at[number] for number in unusable if number in self.slot_at} | self.drafted[position]
        most, row = self.matchmaking.most_meetings, self.matchmaking.most_in_a_row
        in_a_row = longest_row(sum(1 << at for at in held), block_masks(self.slots))
        return Person(
            name=str(one.id),
            unavailable=frozenset(closed - held),
            most_meetings=None if most is None else max(most, len(held)),
            most_in_a_row=None if row is None else max(row, in_a_row),
        )

    def _meeting(self, row: Row, abandoned: set[int]) -> Planned:
        at = None if row.published_slot_id is None else self.slot_at[row.published_slot_id]
        stays = at is not None and (
            at not in self.ahead or row.is_pinned or not row.is_as_published or row.id in self.settled
        )
        table = self.table_at.get(row.published_table_id or 0) if stays else None
        mode = _mode(self.people[row.first_id], self.people[row.second_id])
        return Planned(
            people=(self.person_at[row.first_id], self.person_at[row.second_id]),
            weight=HEAVY if abandoned & {row.first_id, row.second_id} else LIGHT,
            mode=mode,
            allowed_slots=self._allowed(mode, at),
            pinned_slot=at if stays else None,
            pinned_location=table,
        )

    def _allowed(self, mode: Mode, at: int | None) -> frozenset[int]:
        """Slots to come, where it has room, and the one where it is."""
        open_slots = self.ahead if mode is Mode.ON_SITE or self.has_video else frozenset[int]()
        return open_slots if at is None or at in open_slots else open_slots | {at}

    def _location(self, position: int, table: MeetingTable) -> Location:
        closed = set(self.kept[position])
        if not table.is_open:
            closed |= set(range(len(self.slots))) - self.used[position]
        host = self.host_at.get(table.host_registration_id or 0)
        return Location(table.name, LocationKind(table.kind), host, frozenset(closed))


class _One(NamedTuple):
    id: int
    registration_id: int
    mode: AdmissionMode


def _people(event_id: int) -> dict[int, _One]:
    rows = db.session.execute(
        in_force()
        .join(Admission, Admission.id == Registration.admission_id)
        .where(Participation.event_id == event_id)
        .with_only_columns(Participation.id, Participation.registration_id, Admission.mode)
        .order_by(Participation.id)
    )
    return {row[0]: _One(*row) for row in rows}


def _tables(event: EventRow, matchmaking: Matchmaking) -> tuple[MeetingTable, ...]:
    """Where every meeting has a video address, no video rooms are needed."""
    needs_rooms = not matchmaking.video_address
    return tuple(table for table in timetable.tables(event) if needs_rooms or table.kind != TableKind.VIDEO)


def _rows(event_id: int) -> list[Row]:
    columns: tuple[Any, ...] = (
        Meeting.id, Meeting.first_id, Meeting.second_id, Meeting.slot_id, Meeting.table_id, Meeting.published_slot_id,
        Meeting.published_table_id, Meeting.is_pinned,
    )  # fmt: skip
    found = select(*columns).where(Meeting.event_id == event_id, Meeting.state == MeetingState.ACTIVE)
    return [Row(*row) for row in db.session.execute(found.order_by(Meeting.id))]


def _unusable(event: EventRow, people: Iterable[_One]) -> dict[int, set[int]]:
    numbers = [one.registration_id for one in people]
    if not event.choose_parts:
        return timetable.marked_slots(event, numbers)
    with_parts = select(Registration).where(Registration.id.in_(numbers)).options(selectinload(Registration.parts))
    registrations = db.session.scalars(with_parts) if numbers else ()
    return timetable.unusable_slots(event, registrations)


def _in_open_repairs(event_id: int) -> set[int]:
    """Meetings that people are being asked to move: they wait for the answers."""
    return set(
        db.session.scalars(
            select(Move.meeting_id)
            .join(Repair, Repair.id == Move.repair_id)
            .where(Repair.event_id == event_id, Repair.state == RepairState.ASKING, Move.meeting_id.is_not(None))
        )
    )


def _timetable(problem: Problem, rows: Sequence[Row], slot_at: dict[int, int], table_at: dict[int, int]) -> Timetable:
    placed = [row.published_slot_id is not None for row in rows]
    return Timetable(
        slots=tuple(None if row.published_slot_id is None else slot_at[row.published_slot_id] for row in rows),
        pairs=tuple(meeting.people if there else None for meeting, there in zip(problem.meetings, placed, strict=True)),
        locations=tuple(table_at.get(row.published_table_id or 0) for row in rows),
    )


def _mode(first: _One, second: _One) -> Mode:
    online = [one.mode == AdmissionMode.ONLINE for one in (first, second)]
    return Mode.ONLINE if all(online) else Mode.HYBRID if any(online) else Mode.ON_SITE
