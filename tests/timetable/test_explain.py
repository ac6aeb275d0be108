"""Demand that cannot be met is explained: whom, which slots, which pairs."""

from dataclasses import replace

import pytest

from elmo_events.timetable.planner.answers import Status
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.english import english
from elmo_events.timetable.planner.problem import Meeting, Person, Problem
from elmo_events.timetable.planner.solve import solve

from .problems import people, slots, tables


def problem(pairs: list[tuple[int, int]], length: int, places: int = 9) -> Problem:
    crowd = people(1 + max(max(pair) for pair in pairs))
    return Problem(crowd, tuple(Meeting(pair, required=True) for pair in pairs), slots(length), tables(places))


def apart() -> Problem:
    crowd = (Person("Aino", frozenset({0})), Person("Bo", frozenset({1})))
    return replace(problem([(0, 1)], 2), people=crowd)


def pinned_twice() -> Problem:
    base = problem([(0, 1), (0, 2)], 3)
    return replace(base, meetings=tuple(replace(meeting, pinned_slot=1) for meeting in base.meetings))


@pytest.mark.parametrize(
    ("impossible", "words"),
    [
        (problem([(0, 1), (0, 2), (0, 3)], 2), "Person 1 must have 3 meetings and has 2 slots"),
        (
            problem([(0, 1), (2, 3), (4, 5)], 2, 1),
            "3 meetings must be held in slots 1–2, which have 2 places.",
        ),
        (apart(), "Aino and Bo have no slot in which both can meet."),
        (pinned_twice(), "Person 1 has two meetings pinned to slot 2."),
        (replace(problem([(0, 1), (2, 3)], 3), precedences=((0, 1), (1, 0))), "runs in a circle"),
        (
            problem([(0, 1), (1, 2), (0, 2)], 2),
            "These meetings cannot all be held in slots 1–2: Person 1 and Person 2",
        ),
    ],
)
def test_says_why(impossible: Problem, words: str) -> None:
    outcome = solve(impossible, Deadline(None))
    assert outcome.status is Status.INFEASIBLE
    assert outcome.timetable is None
    reasons = [english(impossible, reason) for reason in outcome.reasons]
    assert any(words in reason for reason in reasons), reasons
