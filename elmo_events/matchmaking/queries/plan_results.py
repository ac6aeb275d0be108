"""What a run of the planner is kept as: ids and numbers, no names."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from elmo_events.matchmaking.queries.problem import Asked
from elmo_events.timetable.planner.answers import Outcome
from elmo_events.timetable.planner.deadline import Progress
from elmo_events.timetable.planner.problem import Problem
from elmo_events.timetable.planner.sayings import Saying

MOST_POINTS = 240


class Numbers(NamedTuple):
    """Ids by position: what is left of the rows once the session has let them go."""

    people: tuple[int, ...]
    meetings: tuple[int, ...]
    slots: tuple[int, ...]
    tables: tuple[int, ...]


def numbers_of(asked: Asked) -> Numbers:
    return Numbers(
        tuple(person.id for person in asked.people),
        tuple(meeting.id for meeting in asked.meetings),
        tuple(slot.id for slot in asked.slots),
        tuple(table.id for table in asked.tables),
    )


def result_of(problem: Problem, numbers: Numbers, outcome: Outcome) -> dict[str, Any]:
    """`places` holds slot and table of each meeting by its id, as JSON writes it."""
    return {
        **figures_of(problem, outcome),
        "proven": [written_saying(saying, numbers) for saying in outcome.certificate.sayings],
        "reasons": [written_saying(saying, numbers) for saying in outcome.reasons],
        "places": _places(numbers, outcome),
    }


def figures_of(problem: Problem, outcome: Outcome) -> dict[str, Any]:
    """The numbers by which timetables are compared."""
    figures, table = outcome.figures, outcome.timetable
    return {
        "status": outcome.status.value,
        "seconds": round(outcome.seconds, 1),
        "asked": len(problem.meetings),
        "held": sum(slot is not None for slot in table.slots) if table else 0,
        "breaks_bound": outcome.certificate.breaks_bound,
        "weight_bound": outcome.certificate.weight_bound,
        **({name: getattr(figures, name) for name in figures.__slots__} if figures else {}),
    }


def written_saying(saying: Saying, numbers: Numbers) -> dict[str, Any]:
    return {
        "code": saying.code.value,
        "people": [numbers.people[person] for person in saying.people],
        "pairs": [[numbers.people[person] for person in pair] for pair in saying.pairs],
        "slots": [numbers.slots[slot] for slot in saying.slots],
        "meetings": [numbers.meetings[meeting] for meeting in saying.meetings],
        "numbers": dict(saying.numbers),
    }


def points_of(news: Iterable[Progress]) -> list[dict[str, Any]]:
    """Progress to be drawn: every change, thinned out when there are very many."""
    points = [
        {
            "seconds": round(one.seconds, 2),
            "step": one.step,
            "held": one.placed,
            "breaks": one.breaks,
            "bound": one.bound,
        }
        for one in news
    ]
    while len(points) > MOST_POINTS:
        points = [*points[:-1:2], points[-1]]
    return points


def _places(numbers: Numbers, outcome: Outcome) -> dict[str, list[int | None]]:
    if outcome.timetable is None:
        return {}
    rows = zip(numbers.meetings, outcome.timetable.slots, outcome.timetable.locations, strict=True)
    return {
        str(meeting): [None if slot is None else numbers.slots[slot], None if at is None else numbers.tables[at]]
        for meeting, slot, at in rows
    }
