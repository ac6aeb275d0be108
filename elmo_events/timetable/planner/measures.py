"""How good a timetable is, counted from the problem as it was asked. Nothing here knows a solver."""

import itertools
from collections import Counter

from elmo_events.timetable.planner.answers import Figures, Timetable
from elmo_events.timetable.planner.problem import Problem


def slots_of_people(problem: Problem, timetable: Timetable) -> list[list[int]]:
    """The slots in which each person meets somebody, in order."""
    held: list[list[int]] = [[] for _ in problem.people]
    for slot, pair in zip(timetable.slots, timetable.pairs, strict=True):
        if slot is not None and pair is not None:
            for person in pair:
                held[person].append(slot)
    return [sorted(slots) for slots in held]


def gaps_of(problem: Problem, slots: list[int]) -> list[int]:
    """The lengths, in slots, of a person's breaks: idle groups between two meetings within one block."""
    return [
        later - earlier - 1
        for earlier, later in itertools.pairwise(slots)
        if later > earlier + 1 and problem.slots[earlier].block == problem.slots[later].block
    ]


def table_changes(problem: Problem, timetable: Timetable) -> int:
    """How often people walk to another location between two meetings in a row within one block."""
    places: list[dict[int, int]] = [{} for _ in problem.people]
    for slot, pair, location in zip(timetable.slots, timetable.pairs, timetable.locations, strict=True):
        if slot is not None and pair is not None and location is not None:
            for person in pair:
                places[person][slot] = location
    return sum(_changes(problem, place) for place in places)


def _changes(problem: Problem, place: dict[int, int]) -> int:
    slots = sorted(place)
    return sum(
        place[earlier] != place[later] and problem.slots[earlier].block == problem.slots[later].block
        for earlier, later in itertools.pairwise(slots)
    )


def figures(problem: Problem, timetable: Timetable) -> Figures:
    """Every figure of a timetable that the goals and the certificate speak of."""
    held = slots_of_people(problem, timetable)
    gaps = [gaps_of(problem, slots) for slots in held]
    asked = Counter(person for meeting in problem.meetings for person in meeting.people)
    served = _served(problem, timetable)
    return Figures(
        moved=_moved(problem, timetable),
        weight=sum(m.weight for m, slot in zip(problem.meetings, timetable.slots, strict=True) if slot is not None),
        without_meeting=sum(served[person] == 0 for person in asked),
        smallest_share=min((served[person] / asked[person] for person in asked), default=1.0),
        breaks=sum(len(lengths) for lengths in gaps),
        idle_slots=sum(sum(lengths) for lengths in gaps),
        worst_idle=max((sum(lengths) for lengths in gaps), default=0),
        table_changes=table_changes(problem, timetable),
    )


def _served(problem: Problem, timetable: Timetable) -> Counter[int]:
    """How many of the meetings each person was asked to are held, whoever stood in for them."""
    return Counter(
        person
        for meeting, slot in zip(problem.meetings, timetable.slots, strict=True)
        if slot is not None
        for person in meeting.people
    )


def _moved(problem: Problem, timetable: Timetable) -> int:
    if problem.published is None:
        return 0
    return sum(
        before is not None and before != after for before, after in zip(problem.published, timetable.slots, strict=True)
    )
