"""Who would have too many meetings in a row, and when?"""

from collections.abc import Sequence

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Participation, Seat
from elmo_events.timetable.models import Slot
from elmo_events.timetable.planner.grid import longest_row
from elmo_events.timetable.queries import slots


def slots_without_pause(matchmaking: Matchmaking, people: Sequence[Participation]) -> set[int]:
    """Ids of the slots in which one more meeting would give one of them more in a row than anybody is to have."""
    most = matchmaking.most_in_a_row
    if most is None:
        return set()
    day = slots(matchmaking.event)
    return {number for person in people for number in _too_many(day, _held(person), most)}


def _too_many(day: Sequence[Slot], held: set[int], most: int) -> list[int]:
    """Rows that are too long already, since the organiser changed the rule, close only the slots that make them longer."""
    blocks = block_masks(day)
    mine = sum(1 << place for place, slot in enumerate(day) if slot.id in held)
    longest = max(most, longest_row(mine, blocks))
    return [slot.id for place, slot in enumerate(day) if longest_row(mine | 1 << place, blocks) > longest]


def _held(person: Participation) -> set[int]:
    """Ids of the slots in which somebody has a meeting, in the draft or as published."""
    rows = db.session.execute(
        select(Seat.slot_id, Seat.published_slot_id).where(Seat.participation_id == person.id)
    ).all()  # fmt: skip
    return {number for row in rows for number in row if number is not None}


def block_masks(day: Sequence[Slot]) -> tuple[int, ...]:
    """The slots of each block as bits."""
    masks: dict[int, int] = {}
    for place, slot in enumerate(day):
        masks[slot.block_id] = masks.get(slot.block_id, 0) | 1 << place
    return tuple(masks.values())
