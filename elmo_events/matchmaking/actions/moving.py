"""Carrying out changes of a published timetable, as a whole or not at all. The caller holds the lock."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.seats import Place
from elmo_events.matchmaking.models import Matchmaking, Meeting, Move, Participation
from elmo_events.matchmaking.queries.free_now import busy_people, free_place, taken_tables
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.mending import NewPlace
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.queries.visible import may_see
from elmo_events.matchmaking.rules import GRACE, MeetingState
from elmo_events.timetable.models import Slot
from elmo_events.timetable.queries import unusable_slots


class Change(NamedTuple):
    """Two people who would meet in a slot, at a table: in the meeting that they have, or in a new one."""

    pair: tuple[Participation, Participation]
    meeting: Meeting | None
    slot: Slot
    table_id: int | None


def change_of_place(place: NewPlace) -> Change | None:
    """None when the meeting or the slot is gone."""
    meeting, slot = db.session.get(Meeting, place.meeting_id), db.session.get(Slot, place.slot_id)
    if meeting is None or slot is None:
        return None
    return Change((meeting.first, meeting.second), meeting, slot, place.table_id)


def change_of_move(move: Move) -> Change:
    return Change(move.pair, move.meeting or meeting_between(*move.pair), move.slot, move.table_id)


def is_possible(changes: Sequence[Change], asked: Collection[int] = ()) -> bool:
    """Whether all of this can be at once. Those who were not `asked` (ids) must be able to use the slot, as they have said."""
    numbers = [change.meeting.id for change in changes if change.meeting]
    return all(
        _is_open(change) and _are_free(change, numbers, asked) and _has_table(change, numbers) for change in changes
    )


def with_free_table(change: Change) -> Change:
    """The same, at another table if somebody took this one."""
    matchmaking = db.session.get_one(Matchmaking, change.slot.event_id)
    apart = [change.meeting.id] if change.meeting else []
    found, table_id = free_place(
        matchmaking, change.pair, change.slot, taken_tables(change.slot, apart), change.table_id
    )
    return change._replace(table_id=table_id) if found else change


def publish(changes: Sequence[Change]) -> list[Meeting]:
    """Writes: the meetings, in the draft and in what is published."""
    places = {
        change.meeting or seats.new_meeting(*change.pair): Place(change.slot.id, change.table_id) for change in changes
    }
    seats.draft(places)
    seats.publish(places)
    return list(places)


def _is_open(change: Change) -> bool:
    """A meeting that is there already must stand, and somewhere else; a new pair must still be allowed to meet."""
    if change.slot.ends_at - GRACE <= now():
        return False
    meeting = change.meeting
    if meeting is None:
        return may_see(*change.pair)
    return meeting.state == MeetingState.ACTIVE and meeting.published_slot_id != change.slot.id


def _are_free(change: Change, apart_from: Sequence[int], asked: Collection[int]) -> bool:
    if not all(map(is_in_force, change.pair)):
        return False
    if {person.id for person in change.pair} & busy_people(change.slot, apart_from):
        return False
    others = [person.registration for person in change.pair if person.id not in asked]
    unusable = unusable_slots(change.pair[0].event, others)
    return not any(change.slot.id in of_one for of_one in unusable.values())


def _has_table(change: Change, apart_from: Sequence[int]) -> bool:
    matchmaking = db.session.get_one(Matchmaking, change.slot.event_id)
    taken = taken_tables(change.slot, apart_from)
    return free_place(matchmaking, change.pair, change.slot, taken, change.table_id) == (True, change.table_id)
