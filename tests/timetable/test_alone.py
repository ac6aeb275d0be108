"""The bound on breaks of each person alone: equal to trying everything, and never above what a timetable has."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from elmo_events.timetable.planner.alone import least_breaks_alone
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.grid import breaks, compile_grid, longest_row
from elmo_events.timetable.planner.problem import Goal, Meeting, Person, Problem
from elmo_events.timetable.planner.solve import solve

from .problems import slots, tables


@st.composite
def stars(draw: st.DrawFn) -> Problem:
    """One person who meets several others, who are free all day."""
    first, second = draw(st.integers(1, 6)), draw(st.integers(0, 3))
    count = first + second
    away = frozenset(draw(st.sets(st.integers(0, count - 1), max_size=3)))
    row = draw(st.sampled_from([None, 1, 2, 3]))
    guests = draw(st.integers(1, max(1, count - len(away))))
    crowd = (Person("Star", away, most_in_a_row=row), *(Person(f"Guest {n}") for n in range(guests)))
    meetings = tuple(Meeting((0, n + 1)) for n in range(guests))
    blocks = (first, second) if second else (first,)
    return Problem(crowd, meetings, slots(*blocks), tables(1), goals=(Goal.WEIGHT, Goal.BREAKS))


def by_trying(problem: Problem) -> int | None:
    grid = compile_grid(problem)
    free = [slot for slot in range(grid.slot_count) if slot not in problem.people[0].unavailable]
    masks = (sum(1 << slot for slot in chosen) for chosen in combinations(free, len(problem.meetings)))
    fitting = (mask for mask in masks if longest_row(mask, grid.blocks) <= grid.row[0])
    return min((breaks(mask, grid.blocks) for mask in fitting), default=None)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(stars())
def test_equals_trying_everything(problem: Problem) -> None:
    expected = by_trying(problem)
    found = least_breaks_alone(compile_grid(problem))
    if expected is not None:
        assert found == [expected, *[0] * len(problem.meetings)]


def test_it_is_a_bound_before_anything_is_searched() -> None:
    crowd = (Person("Aino", frozenset({1})), Person("Bo"), Person("Cilla"))
    problem = Problem(crowd, (Meeting((0, 1)), Meeting((0, 2))), slots(3), tables(1))
    news: list[int | None] = []
    outcome = solve(problem, Deadline(None), listen=lambda item: news.append(item.bound))
    assert news[0] == 1
    assert (outcome.certificate.breaks_bound, outcome.figures.breaks if outcome.figures else None) == (1, 1)
