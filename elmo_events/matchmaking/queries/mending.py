"""What would mend a published timetable after a meeting fell out? It is looked for outside any transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Repair
from elmo_events.matchmaking.queries.repair import abandoned, slot_of
from elmo_events.matchmaking.queries.repair_problem import Day, day_of
from elmo_events.matchmaking.rules import MOST_MOVES, SOONEST
from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.repair import Repair as Mended
from elmo_events.timetable.planner.repair import repair as mend

MOST_TRIED = 3
SECONDS = 0.4  # for one try


class NewPlace(NamedTuple):
    """Ids of a meeting, and of the slot and table that it would have."""

    meeting_id: int
    slot_id: int
    table_id: int | None


@dataclass(frozen=True)
class Mending:
    """`fills`: meetings that waited, and fit without moving anybody. `chain`: moves that give one more its place."""

    fills: tuple[NewPlace, ...] = ()
    chain: tuple[NewPlace, ...] = ()


def mending(repair: Repair, moment: datetime) -> Mending:
    cause = repair.cause
    if cause is None:
        return Mending()
    left = [person.id for person in abandoned(cause)]
    matchmaking = db.session.get_one(Matchmaking, repair.event_id)
    day = day_of(matchmaking, left, slot_of(cause), moment + SOONEST)
    if not day.waiting:
        return Mending()
    filled = mend(day.problem, day.published, wanted=day.waiting, most_moves=0, deadline=Deadline(SECONDS))
    if filled.moved or filled.dropped:  # what people know breaks a rule already: that is for the organiser to mend
        return Mending()
    fills = _new_places(day, filled, filled.added)
    if any(at in day.waiting_of_abandoned for at in filled.added):
        return Mending(fills)
    return Mending(fills, _chain(day, filled.timetable))


def _chain(day: Day, published: Timetable) -> tuple[NewPlace, ...]:
    """The first meeting of the abandoned people that three moves make room for."""
    for wanted in day.waiting_of_abandoned[:MOST_TRIED]:
        found = mend(day.problem, published, [wanted], MOST_MOVES, Deadline(SECONDS))
        if found.added and not found.dropped:
            return _new_places(day, found, (*found.moved, *found.added))
    return ()


def _new_places(day: Day, mended: Mended, meetings: Sequence[int]) -> tuple[NewPlace, ...]:
    places = []
    for meeting in meetings:
        slot, table = mended.timetable.slots[meeting], mended.timetable.locations[meeting]
        if slot is not None:
            table_id = None if table is None else day.tables[table].id
            places.append(NewPlace(day.rows[meeting].id, day.slots[slot].id, table_id))
    return tuple(places)
