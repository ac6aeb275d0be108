"""Speed networking: who could meet whom in the rounds of a block, and what that would be worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import aliased

from elmo_events.events.rules import Mode
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Suggestion
from elmo_events.matchmaking.queries.problem import Asked
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import Block, MeetingTable, Slot
from elmo_events.timetable.planner.problem import LocationKind, Problem
from elmo_events.timetable.planner.rounds import Crowd, Round


@dataclass(frozen=True)
class Hall:
    """People who meet in the same way, on site or online: `people` are positions in what was asked, `tables` ids."""

    people: tuple[int, ...]
    tables: tuple[int | None, ...]
    crowd: Crowd

    def seated(self, plan: Sequence[Round]) -> list[list[tuple[int, int, int | None]]]:
        """Of each round: two people (positions in what was asked) and their table."""
        return [
            [
                (self.people[first], self.people[second], self.tables[at] if self.tables else None)
                for at, (first, second) in enumerate(one)
            ]
            for one in plan
        ]


def slots_to_come(block: Block, moment: datetime) -> list[Slot]:
    """The slots of a block that become rounds."""
    return [slot for slot in block.slots if slot.starts_at > moment]


def meetings_in(matchmaking: Matchmaking, slots: Sequence[Slot]) -> Sequence[Meeting]:
    """Drafted or published in these slots."""
    numbers = [slot.id for slot in slots]
    return db.session.scalars(
        select(Meeting).where(
            Meeting.event_id == matchmaking.event_id,
            Meeting.state == MeetingState.ACTIVE,
            Meeting.slot_id.in_(numbers) | Meeting.published_slot_id.in_(numbers),
        )
    ).all()


def halls(asked: Asked, slots: Sequence[Slot]) -> list[Hall]:
    """On site and online apart: a pair of both would need a table and a video room in every round."""
    worth, met = _scores(asked), _met(asked)
    found = []
    for mode, kind in ((Mode.ON_SITE, LocationKind.TABLE), (Mode.ONLINE, LocationKind.VIDEO)):
        people = [at for at, one in enumerate(asked.people) if one.registration.admission.mode == mode]
        open_tables = _open(asked, kind)
        needs_tables = mode == Mode.ON_SITE or bool(open_tables)
        places = len(open_tables) if needs_tables else None
        crowd = _crowd(asked, people, slots, worth, met, places)
        found.append(Hall(tuple(people), tuple(table.id for table in open_tables), crowd))
    return [hall for hall in found if len(hall.people) > 1]


def _open(asked: Asked, kind: LocationKind) -> list[MeetingTable]:
    places = zip(asked.tables, asked.problem.locations, strict=True)
    return [table for table, place in places if place.kind is kind and table.is_open]


def _crowd(  # noqa: PLR0917  what the planner needs to know
    asked: Asked,
    people: Sequence[int],
    slots: Sequence[Slot],
    worth: dict[frozenset[int], float],
    met: set[frozenset[int]],
    places: int | None,
) -> Crowd:
    local = {person: at for at, person in enumerate(people)}
    at_slot = {slot.id: number for number, slot in enumerate(asked.slots)}
    inside = [(local[a], local[b], a, b) for a in people for b in people if a < b]
    problem: Problem = asked.problem
    away = {
        (local[person], number)
        for number, slot in enumerate(slots)
        for person in people
        if at_slot[slot.id] in problem.people[person].unavailable
    }
    return Crowd(
        people=len(people),
        score=lambda first, second: worth.get(frozenset((people[first], people[second])), 0.0),
        forbidden=frozenset(frozenset((i, j)) for i, j, a, b in inside if not problem.pair_may_meet(a, b)),
        met=frozenset(frozenset((i, j)) for i, j, a, b in inside if frozenset((a, b)) in met),
        places=places,
        away=away,
    )


def _scores(asked: Asked) -> dict[frozenset[int], float]:
    """From the lists of recommended people: the mean of both directions, from 0 to 1."""
    at = {person.id: number for number, person in enumerate(asked.people)}
    rows = db.session.execute(
        select(Suggestion.participation_id, Suggestion.other_id, Suggestion.score).where(
            Suggestion.participation_id.in_(list(at)), Suggestion.other_id.in_(list(at))
        )
    ).all()
    highest = max((score for _, _, score in rows), default=0.0) or 1.0
    found: dict[frozenset[int], float] = {}
    for first, second, score in rows:
        pair = frozenset((at[first], at[second]))
        found[pair] = found.get(pair, 0.0) + max(score, 0.0) / highest / 2
    return found


def _met(asked: Asked) -> set[frozenset[int]]:
    """Those who are to meet at this event anyway, or have met at an earlier one."""
    at = {person.profile_id: number for number, person in enumerate(asked.people)}
    first, second = aliased(Participation), aliased(Participation)
    rows = db.session.execute(
        select(first.profile_id, second.profile_id)
        .select_from(Meeting)
        .join(first, first.id == Meeting.first_id)
        .join(second, second.id == Meeting.second_id)
        .where(
            Meeting.state == MeetingState.ACTIVE,
            first.profile_id.in_(list(at)),
            second.profile_id.in_(list(at)),
        )
    )
    return {frozenset((at[one], at[other])) for one, other in rows if one in at and other in at}
