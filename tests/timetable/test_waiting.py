"""A meeting without a slot is explained: whom, which slots."""

from dataclasses import replace

import pytest

from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.english import english
from elmo_events.timetable.planner.problem import Meeting, Person, Problem
from elmo_events.timetable.planner.solve import sketch, solve

from .problems import people, slots, tables

FREE_PAIR = Problem(people(4), (Meeting((0, 1), weight=2), Meeting((2, 3))), slots(1), tables(1))
STAR = Problem(people(3), (Meeting((0, 1), weight=2), Meeting((0, 2))), slots(1), tables(2))
MODEST = replace(STAR, people=(Person("Aino", most_meetings=1), *people(3)[1:]), slots=slots(2))
PATH = Problem(
    people(4),
    (Meeting((0, 2), 9, allowed_slots=frozenset({0})), Meeting((1, 3), 9, allowed_slots=frozenset({1})), Meeting((0, 1))),
    slots(2),
    tables(2),
)  # fmt: skip


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (FREE_PAIR, "Person 3 and Person 4: both are free in slot 1, and no place is left."),
        (STAR, "Person 1 and Person 3: Person 1 has a meeting in each slot that both can use."),
        (MODEST, "Aino and Person 3: Aino has as many meetings as allowed (1)."),
        (PATH, "Person 1 and Person 2: in slots 1–2, one of the two has another meeting."),
        (replace(STAR, forbidden_pairs=frozenset({frozenset({0, 2})})), "Person 1 and Person 3 may not meet."),
        (
            replace(STAR, people=(*people(2), Person("Cilla", frozenset({0})))),
            "Person 1 and Cilla have no slot in which both can meet.",
        ),
    ],
)
def test_says_why_a_meeting_waits(problem: Problem, sentence: str) -> None:
    for outcome in (solve(problem, Deadline(None)), sketch(problem, Deadline(None))):
        assert [english(problem, reason) for reason in outcome.reasons] == [sentence]


def test_nothing_waits_when_all_are_held() -> None:
    assert solve(replace(STAR, slots=slots(2)), Deadline(None)).reasons == ()
