"""Speed networking: rounds without requests fill a block; they become meetings of the draft."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.plan import end, order
from elmo_events.matchmaking.actions.seats import Place, cancel_meeting, draft, lock_meetings, new_meeting
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Plan
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.plans import plan_on_its_way
from elmo_events.matchmaking.queries.problem import Asked, asked
from elmo_events.matchmaking.queries.rounds import meetings_in, slots_to_come
from elmo_events.matchmaking.rules import PlanKind, PlanState
from elmo_events.timetable.models import Block, Slot

SECONDS_FOR_ROUNDS = 20


def order_rounds(matchmaking: Matchmaking, block: Block, by: Account, most: int | None = None) -> Plan:
    """Fill the slots of a block with rounds in which people meet new and useful others. Rounds that were planned there
    before and have not been told to anybody are made anew.

    `most`: no more rounds than this. Refuses: nothing is left of the block, meetings that were asked for or told stand
    there, or rounds are being planned. Writes: the plan, an audit entry.
    """
    lock_meetings(matchmaking)
    slots = slots_to_come(block, now())[:most]
    if not slots:
        raise Refusal(_("No slot of this block is left."), field="block")
    _refuse_if_taken(matchmaking, slots)
    if plan_on_its_way(matchmaking, PlanKind.ROUNDS):
        raise Refusal(_("Rounds are being planned already."))
    options = {"block": block.id, "slots": [slot.id for slot in slots]}
    return order(matchmaking, by, PlanKind.ROUNDS, SECONDS_FOR_ROUNDS, options)


def keep_rounds(number: int, seated: Sequence[Sequence[Sequence[int | None]]], figures: dict[str, Any]) -> None:
    """Make meetings of the rounds: `seated` holds, for each slot of the plan, ids of two participations and a table.

    Pairs that can't meet any more are left out. Refuses: slots have been taken meanwhile.
    Writes: the plan, meetings and seats.
    """
    plan = db.session.get_one(Plan, number)
    matchmaking = db.session.get_one(Matchmaking, plan.event_id)
    lock_meetings(matchmaking)
    db.session.refresh(plan)
    if plan.state != PlanState.RUNNING:
        return
    slots = [db.session.get_one(Slot, slot) for slot in plan.options["slots"]]
    for meeting in _refuse_if_taken(matchmaking, slots):
        cancel_meeting(meeting)
    fresh = asked(matchmaking, now(), to_write=True)
    places: dict[Meeting, Place] = {}
    for slot, pairs in zip(slots, seated, strict=True):
        for first, second, table in _still_possible(fresh, slot, pairs):
            places[new_meeting(first, second)] = Place(slot.id, table)
    draft(places)
    end(plan, {**figures, "held": len(places)})


def _still_possible(
    fresh: Asked, slot: Slot, pairs: Sequence[Sequence[int | None]]
) -> Iterator[tuple[Participation, Participation, int | None]]:
    """Those of a slot's pairs who both take part, are free, may meet and don't meet already, at a table that is open."""
    people = {person.id: at for at, person in enumerate(fresh.people)}
    tables = {table.id for table in fresh.tables if table.is_open} | {None}
    numbers = {known.id: number for number, known in enumerate(fresh.slots)}
    for first, second, table in pairs:
        if first not in people or second not in people or table not in tables:
            continue
        sides = people[first], people[second]
        is_away = any(numbers[slot.id] in fresh.problem.people[side].unavailable for side in sides)
        both = fresh.people[sides[0]], fresh.people[sides[1]]
        if not is_away and fresh.problem.pair_may_meet(*sides) and not meeting_between(*both):
            yield *both, table


def _refuse_if_taken(matchmaking: Matchmaking, slots: Sequence[Slot]) -> list[Meeting]:
    """Meetings of earlier rounds that nobody knows of; they make room."""
    there = meetings_in(matchmaking, slots)
    if any(meeting.request_id or meeting.published_slot_id or meeting.is_pinned for meeting in there):
        raise Refusal(
            _("Meetings that were asked for, told or pinned stand in this block. Rounds need a block of their own."),
            field="block",
        )
    return list(there)
