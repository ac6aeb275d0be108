"""Small problems for the planner's tests, and the slow, obvious solver they are compared with."""

from itertools import product

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.measures import figures
from elmo_events.timetable.planner.problem import Goal, Location, Meeting, Person, Problem, Slot
from elmo_events.timetable.planner.tables import with_locations
from elmo_events.timetable.planner.validator import violations


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
    choices = [[None, *range(len(problem.slots))] for _ in problem.meetings]
    keys = [_key(problem, chosen) for chosen in product(*choices)]
    return min((key for key in keys if key is not None), default=None)


def _key(problem: Problem, chosen: tuple[int | None, ...]) -> tuple[float, ...] | None:
    pairs = tuple(
        None if slot is None else meeting.people for slot, meeting in zip(chosen, problem.meetings, strict=True)
    )
    try:
        timetable = with_locations(problem, Timetable(chosen, pairs, (None,) * len(chosen)))
    except ValueError:
        return None
    return None if violations(problem, timetable) else goal_key(problem, timetable)


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
