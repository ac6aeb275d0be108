"""The planner finds the best timetable, keeps what it must, and is the same for a seed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from elmo_events.timetable.planner.answers import Outcome, Status
from elmo_events.timetable.planner.deadline import Deadline, Progress
from elmo_events.timetable.planner.english import english
from elmo_events.timetable.planner.problem import (
    Goal,
    Location,
    LocationKind,
    Meeting,
    Mode,
    Person,
    Problem,
)
from elmo_events.timetable.planner.solve import sketch, solve
from elmo_events.timetable.planner.validator import violations

from .drawn import small_problems, waiting_days
from .problems import best_by_trying, goal_key, people, slots, small_day, tables


@settings(max_examples=100, deadline=None, derandomize=True)
@given(small_problems() | waiting_days())
def test_equals_trying_everything(problem: Problem) -> None:
    expected = best_by_trying(problem)
    outcome = solve(problem, Deadline(None))
    if expected is None:
        assert outcome.status is Status.INFEASIBLE
        assert outcome.reasons
        return
    assert outcome.status is Status.OPTIMAL
    assert outcome.timetable is not None
    assert goal_key(problem, outcome.timetable) == pytest.approx(expected)
    assert violations(problem, outcome.timetable) == []
    assert_bounds_hold(problem, outcome, outcome)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(waiting_days())
def test_what_is_said_to_be_proven_is_true_whenever_it_is_stopped(problem: Problem) -> None:
    """Of a plan that is stopped early, and of one that was only sketched: the whole search finds nothing beyond its bounds."""
    news: list[Progress] = []
    best = solve(problem, Deadline(None))
    stopped = solve(problem, Deadline(None, stopped=lambda: len(news) > 1), listen=news.append)
    for early in (stopped, sketch(problem, Deadline(None))):
        if early.timetable is not None:
            assert violations(problem, early.timetable) == []
            assert_bounds_hold(problem, early, best)


def assert_bounds_hold(problem: Problem, claimed: Outcome, best: Outcome) -> None:
    """The most weight that there is; and fewest breaks, of what is as good as the answer in all that comes before them."""
    assert claimed.timetable is not None
    assert best.timetable is not None
    assert best.figures is not None
    if claimed.certificate.weight_bound is not None:
        heaviest = solve(replace(problem, goals=(Goal.WEIGHT,)), Deadline(None)).figures
        assert heaviest is not None
        assert claimed.certificate.weight_bound >= heaviest.weight
    before = problem.goals.index(Goal.BREAKS) if Goal.BREAKS in problem.goals else 0
    earlier = zip(goal_key(problem, best.timetable)[:before], goal_key(problem, claimed.timetable), strict=False)
    if claimed.certificate.breaks_bound is not None and all(one <= other for one, other in earlier):
        assert claimed.certificate.breaks_bound <= best.figures.breaks


def crowd_of(size: int, seed: int = 0) -> Problem:
    """Everybody meets the next two around a circle; every third meeting is optional."""
    pairs = [(n, (n + step) % size) for n in range(size) for step in (1, 2 + seed % 2)]
    meetings = tuple(Meeting(pair, weight=1 + n % 3) for n, pair in enumerate(pairs))
    return Problem(people(size), meetings, slots(3, 3), tables(-(-len(pairs) // 5)))


def test_same_seed_same_timetable() -> None:
    first, second = (solve(crowd_of(16), Deadline(None), seed=7) for _ in range(2))
    assert first.status is Status.OPTIMAL
    assert first.timetable == second.timetable


def test_pins_and_blocks_hold_when_planned_again() -> None:
    problem = crowd_of(12)
    first = solve(problem, Deadline(None)).timetable
    assert first is not None
    pinned = tuple(
        replace(meeting, pinned_slot=first.slots[n], pinned_location=first.locations[n]) if n % 4 == 0 else meeting
        for n, meeting in enumerate(problem.meetings)
    )
    away = (replace(problem.people[1], unavailable=frozenset({5})), *problem.people[2:])
    again = replace(problem, meetings=tuple(pinned), people=(problem.people[0], *away))
    second = solve(again, Deadline(None), seed=3).timetable
    assert second is not None
    assert violations(again, second) == []
    assert all(second.slots[n] == first.slots[n] for n in range(0, len(pinned), 4))
    assert all(second.locations[n] == first.locations[n] for n in range(0, len(pinned), 4))


def test_a_new_run_moves_as_few_as_it_can() -> None:
    problem = crowd_of(8)
    first = solve(problem, Deadline(None)).timetable
    assert first is not None
    away = replace(problem.people[0], unavailable=frozenset({first.slots[0] or 0}))
    changed = replace(problem, people=(away, *problem.people[1:]), published=first.slots)
    outcome = solve(changed, Deadline(None))
    assert outcome.figures is not None
    assert outcome.figures.moved == 1


def test_a_team_member_stands_in() -> None:
    crowd = (Person("A", team="X", unavailable=frozenset({0})), Person("B", team="X"), Person("C"))
    meeting = Meeting((0, 2), required=True, team_may_stand_in=True)
    outcome = solve(Problem(crowd, (meeting,), slots(1), tables(1)), Deadline(None))
    assert outcome.timetable is not None
    assert outcome.timetable.pairs == ((1, 2),)


def test_locations_by_kind() -> None:
    """A host's meetings are at the booth, online ones in the video room, the rest at the table."""
    crowd = people(6)
    places = (
        tables(1)[0],
        Location("Booth", LocationKind.BOOTH, host=0),
        Location("Link", LocationKind.VIDEO),
    )
    meetings = (
        Meeting((0, 1), required=True),
        Meeting((2, 3), required=True),
        Meeting((4, 5), required=True, mode=Mode.ONLINE),
    )
    outcome = solve(Problem(crowd, meetings, slots(1), places), Deadline(None))
    assert outcome.timetable is not None
    assert outcome.timetable.locations == (1, 0, 2)


def test_of_two_booths_the_first_is_the_host_s() -> None:
    places = (
        Location("Booth", LocationKind.BOOTH, host=0, closed=frozenset({0})),
        Location("Another", LocationKind.BOOTH, host=0),
    )
    outcome = solve(Problem(people(2), (Meeting((0, 1), required=True),), slots(2), places), Deadline(None))
    assert outcome.timetable is not None
    assert (outcome.timetable.slots, outcome.timetable.locations) == ((1,), (0,))


def test_stops_when_asked_and_keeps_what_it_has() -> None:
    news: list[Progress] = []
    outcome = solve(crowd_of(40), Deadline(None, stopped=lambda: bool(news)), listen=news.append)
    assert outcome.status is Status.FEASIBLE
    assert outcome.timetable is not None
    assert violations(crowd_of(40), outcome.timetable) == []


def test_tells_how_it_gets_on() -> None:
    news: list[Progress] = []
    outcome = solve(crowd_of(16), Deadline(None), listen=news.append)
    assert next(item.step for item in news) == "greedy"
    assert outcome.figures is not None
    assert news[-1].breaks == outcome.figures.breaks
    bounds = [item.bound for item in news if item.bound is not None]
    assert bounds == sorted(bounds)


def test_certificate_in_words() -> None:
    problem = replace(small_day(), goals=(Goal.BREAKS,))
    outcome = solve(problem, Deadline(None))
    assert "0 breaks: proven best possible." in [english(problem, said) for said in outcome.certificate.sayings]
