"""When and where could two people meet? Slots that both can use, with a free table of the kind that they need."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, or_, select

from elmo_events.events.models import Admission
from elmo_events.events.rules import Mode
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Seat
from elmo_events.matchmaking.queries.rows import slots_without_pause
from elmo_events.registration.models import Registration
from elmo_events.timetable.models import MeetingTable, Slot
from elmo_events.timetable.queries import slots, tables, unusable_slots
from elmo_events.timetable.rules import TableKind

Pair = tuple[Participation, Participation]


class FreePlace(NamedTuple):
    """A slot and a table; people who both attend online need no table where the event has no video rooms."""

    slot: Slot
    table: MeetingTable | None


def free_places(
    matchmaking: Matchmaking, first: Participation, second: Participation, moment: datetime
) -> list[FreePlace]:
    """In the order of the day, one for each slot that begins later than this moment and leaves both their pauses."""
    event, pair = matchmaking.event, (first, second)
    closed = slots_without_pause(matchmaking, pair).union(
        _busy(pair), *unusable_slots(event, [person.registration for person in pair]).values()
    )
    ahead = [slot for slot in slots(event) if slot.starts_at > moment and slot.id not in closed]
    rooms = _Rooms(tables(event), event.id, pair)
    return [place for slot in ahead for place in rooms.free_in(slot)]


def other_table(matchmaking: Matchmaking, meeting: Meeting, slot: Slot) -> FreePlace | None:
    """Where a meeting could be held in its slot, given how the two attend now; None when that is impossible."""
    pair = (meeting.first, meeting.second)
    unusable = unusable_slots(matchmaking.event, [person.registration for person in pair])
    if any(slot.id in of_one for of_one in unusable.values()):
        return None
    return next(_Rooms(tables(matchmaking.event), matchmaking.event_id, pair, meeting).free_in(slot), None)


def suits(matchmaking: Matchmaking, meeting: Meeting, slot: Slot, table: MeetingTable | None) -> bool:
    """Whether both can use the slot, and the table is of the kind that they need."""
    pair = (meeting.first, meeting.second)
    unusable = unusable_slots(matchmaking.event, [person.registration for person in pair])
    if any(slot.id in of_one for of_one in unusable.values()):
        return False
    wanted = _wanted(pair, tables(matchmaking.event))
    return table in wanted if wanted or table else not _needs_table(pair)


class _Rooms:
    """Tables for two people, and which are taken when; as if the meeting `without` had no place."""

    def __init__(
        self, rooms: Sequence[MeetingTable], event_id: int, pair: Pair, without: Meeting | None = None
    ) -> None:
        wanted = _wanted(pair, rooms)
        self.wanted = [room for room in wanted if room.is_open]
        self.needs_none = not wanted and not _needs_table(pair)
        self.video_rooms = sum(room.is_open for room in rooms if room.kind == TableKind.VIDEO)
        self.is_online = _online(pair)
        self.taken: dict[int, set[int | None]] = {}
        self.with_video: dict[int, int] = {}
        self._note_meetings(event_id, without)

    def free_in(self, slot: Slot) -> Iterator[FreePlace]:
        """At most one: the first table that is free then."""
        taken = self.taken.get(slot.id, set())
        if self.needs_none:
            yield FreePlace(slot, None)
        elif self._has_video_room(slot):
            free = next((table for table in self.wanted if table.id not in taken), None)
            yield from () if free is None else (FreePlace(slot, free),)

    def _has_video_room(self, slot: Slot) -> bool:
        """A meeting of somebody on site with somebody online takes a table and, where there are such, a video room."""
        if not self.video_rooms or not self.is_online:
            return True
        return self.with_video.get(slot.id, 0) < self.video_rooms

    def _note_meetings(self, event_id: int, without: Meeting | None) -> None:
        for number, is_online, slot, table, published_slot, published_table in db.session.execute(_placed(event_id)):
            if without is not None and number == without.id:
                continue
            for slot_id, table_id in {(slot, table), (published_slot, published_table)}:
                if slot_id is not None:
                    self.taken.setdefault(slot_id, set()).add(table_id)
            for slot_id in {slot, published_slot} if is_online else ():
                if slot_id is not None:
                    self.with_video[slot_id] = self.with_video.get(slot_id, 0) + 1


def _placed(event_id: int) -> Select[int, bool, int | None, int | None, int | None, int | None]:
    """Id of each meeting that has a place, whether one of the two attends online, and where it is in draft and timetable."""
    online = (
        select(Participation.id)
        .join(Registration, Registration.id == Participation.registration_id)
        .join(Admission, Admission.id == Registration.admission_id)
        .where(Participation.event_id == event_id, Admission.mode == Mode.ONLINE)
    )
    return select(
        Meeting.id,
        or_(Meeting.first_id.in_(online), Meeting.second_id.in_(online)),
        Meeting.slot_id,
        Meeting.table_id,
        Meeting.published_slot_id,
        Meeting.published_table_id,
    ).where(Meeting.event_id == event_id, or_(Meeting.slot_id.is_not(None), Meeting.published_slot_id.is_not(None)))


def _busy(pair: Sequence[Participation]) -> set[int]:
    """Slots in which one of them has a meeting, in the draft or as published."""
    rows = db.session.execute(
        select(Seat.slot_id, Seat.published_slot_id).where(Seat.participation_id.in_([person.id for person in pair]))
    )
    return {slot_id for row in rows for slot_id in row if slot_id is not None}


def _wanted(pair: Sequence[Participation], rooms: Sequence[MeetingTable]) -> list[MeetingTable]:
    """The booths of a host among them; else tables, or video rooms for two who both attend online."""
    if not _needs_table(pair):
        return [room for room in rooms if room.kind == TableKind.VIDEO]
    hosts = {person.registration_id for person in pair}
    booths = [room for room in rooms if room.kind == TableKind.BOOTH and room.host_registration_id in hosts]
    return booths or [room for room in rooms if room.kind == TableKind.TABLE]


def _needs_table(pair: Sequence[Participation]) -> bool:
    return any(person.registration.admission.mode != Mode.ONLINE for person in pair)


def _online(pair: Sequence[Participation]) -> bool:
    return any(person.registration.admission.mode == Mode.ONLINE for person in pair)
