"""Small problems for the planner's tests, and the slow, obvious solver they are compared with."""

from dataclasses import replace
from itertools import product
from typing import NamedTuple

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.measures import figures
from elmo_events.timetable.planner.problem import Goal, Location, Meeting, Person, Problem, Slot
from elmo_events.timetable.planner.validator import Rule, violations

ALWAYS_WRONG = {
    Rule.WRONG_PEOPLE, Rule.NOT_ALLOWED_TO_MEET, Rule.UNAVAILABLE, Rule.SLOT_NOT_ALLOWED, Rule.BROKEN_PIN,
    Rule.WRONG_LOCATION, Rule.LOCATION_CLOSED,
}  # fmt: skip


class Choice(NamedTuple):
    """One way to hold a meeting, or not to; any of the places would do."""

    slot: int | None
    pair: tuple[int, int] | None
    places: tuple[int | None, ...]


NOT_HELD = Choice(None, None, (None,))


def slots(*blocks: int) -> tuple[Slot, ...]:
    """Blocks of so many slots each."""
    return tuple(Slot(f"block {number}") for number, length in enumerate(blocks) for _ in range(length))


def tables(count: int) -> tuple[Location, ...]:
    return tuple(Location(f"Table {number + 1}") for number in range(count))


def people(count: int) -> tuple[Person, ...]:
    return tuple(Person(f"Person {number + 1}") for number in range(count))


def small_day() -> Problem:
    """Four people, four meetings, four slots in two blocks, two tables."""
    pairs = ((0, 1), (2, 3), (0, 2), (1, 3))
    return Problem(people(4), tuple(Meeting(pair, required=True) for pair in pairs), slots(2, 2), tables(2))


def small_answer() -> Timetable:
    """A timetable of the small day that keeps every rule."""
    return Timetable((0, 0, 1, 1), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1))


def best_by_trying(problem: Problem) -> tuple[float, ...] | None:
    """The best figures, goal by goal, of all timetables there are; None when there is none."""
    best: tuple[float, ...] | None = None
    choices = [[NOT_HELD, *_thinkable(problem, meeting)] for meeting in range(len(problem.meetings))]
    for chosen in product(*choices):
        if _is_anybody_twice(chosen):
            continue
        held, pairs = tuple(choice.slot for choice in chosen), tuple(choice.pair for choice in chosen)
        key = goal_key(problem, Timetable(held, pairs, (None,) * len(chosen)))
        if best is None or key < best:
            ways = product(*(choice.places for choice in chosen))
            if any(not violations(problem, Timetable(held, pairs, places)) for places in ways):
                best = key
    return best


def _is_anybody_twice(chosen: tuple[Choice, ...]) -> bool:
    seats = [(choice.slot, person) for choice in chosen for person in choice.pair or ()]
    return len(seats) > len(set(seats))


def _thinkable(problem: Problem, meeting: int) -> list[Choice]:
    """Slots, people and places of a meeting, without those that are wrong whatever becomes of the others."""
    asked, places = problem.meetings[meeting], (None, *range(len(problem.locations)))
    alone = replace(problem, meetings=(asked,), precedences=(), published=None)
    everybody = range(len(problem.people))
    found: list[Choice] = []
    for pair in product(everybody, everybody) if asked.team_may_stand_in else [asked.people]:
        for slot in range(len(problem.slots)):
            right = [one for one in places if not _wrong_alone(alone, Timetable((slot,), (pair,), (one,)))]
            found += [Choice(slot, pair, tuple(right))] if right else []
    return found


def _wrong_alone(alone: Problem, timetable: Timetable) -> set[Rule]:
    return {found.rule for found in violations(alone, timetable)} & ALWAYS_WRONG


def goal_key(problem: Problem, timetable: Timetable) -> tuple[float, ...]:
    """What each goal of a problem lacks, smaller is better."""
    numbers = figures(problem, timetable)
    total = sum(meeting.weight for meeting in problem.meetings)
    lacking = {
        Goal.UNMOVED: numbers.moved,
        Goal.WEIGHT: total - numbers.weight,
        Goal.NOBODY_WITHOUT: numbers.without_meeting,
        Goal.SMALLEST_SHARE: 1 - numbers.smallest_share,
        Goal.BREAKS: numbers.breaks,
        Goal.IDLE_SLOTS: numbers.idle_slots,
        Goal.WORST_IDLE: numbers.worst_idle,
    }
    return tuple(lacking[goal] for goal in problem.goals)
