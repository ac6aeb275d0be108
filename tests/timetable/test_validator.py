"""The validator accepts a good timetable and rejects each kind of corruption."""

from dataclasses import replace

import pytest

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.problem import Location, LocationKind, Mode, Person, Problem
from elmo_events.timetable.planner.validator import Rule, violations

from .problems import people, small_answer, small_day, tables


def rules(problem: Problem, timetable: Timetable) -> set[Rule]:
    return {violation.rule for violation in violations(problem, timetable)}


def with_meeting(problem: Problem, number: int, **changes: object) -> Problem:
    meetings = list(problem.meetings)
    meetings[number] = replace(meetings[number], **changes)  # type: ignore[arg-type]
    return replace(problem, meetings=tuple(meetings))


def with_person(problem: Problem, number: int, person: Person) -> Problem:
    crowd = list(problem.people)
    crowd[number] = person
    return replace(problem, people=tuple(crowd))


def test_accepts_a_good_timetable() -> None:
    assert violations(small_day(), small_answer()) == []


@pytest.mark.parametrize(
    ("slots", "pairs", "locations", "rule"),
    [
        ((0, 0, 0, 1), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1), Rule.DOUBLE_PERSON),
        ((0, 0, 1, 1), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 0, 0, 1), Rule.DOUBLE_LOCATION),
        ((0, 0, 1, None), ((0, 1), (2, 3), (0, 2), None), (0, 1, 0, None), Rule.MISSING),
        ((0, 0, 1, 1), ((0, 2), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1), Rule.WRONG_PEOPLE),
        ((0, 0, 1, 1), ((0, 1), (2, 3), (0, 2), (1, 3)), (None, 1, 0, 1), Rule.WRONG_LOCATION),
        ((0, 0, 1, 9), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1), Rule.SHAPE),
        ((0, 0, 1), ((0, 1), (2, 3), (0, 2)), (0, 1, 0), Rule.SHAPE),
        ((0, 0, 1, None), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1), Rule.SHAPE),
    ],
)
def test_rejects_a_corrupted_timetable(slots: object, pairs: object, locations: object, rule: Rule) -> None:
    assert rule in rules(small_day(), Timetable(slots, pairs, locations))  # type: ignore[arg-type]


def test_rejects_an_unavailable_slot() -> None:
    problem = with_person(small_day(), 0, Person("Aino", unavailable=frozenset({1})))
    assert rules(problem, small_answer()) == {Rule.UNAVAILABLE}


def test_rejects_a_slot_that_is_not_allowed() -> None:
    problem = with_meeting(small_day(), 0, allowed_slots=frozenset({2}))
    assert rules(problem, small_answer()) == {Rule.SLOT_NOT_ALLOWED}


@pytest.mark.parametrize("pin", [{"pinned_slot": 3}, {"pinned_location": 1}])
def test_rejects_a_broken_pin(pin: dict[str, int]) -> None:
    assert rules(with_meeting(small_day(), 0, **pin), small_answer()) == {Rule.BROKEN_PIN}


def test_rejects_a_pinned_meeting_left_out() -> None:
    problem = with_meeting(small_day(), 3, pinned_slot=1, required=False)
    left_out = Timetable((0, 0, 1, None), ((0, 1), (2, 3), (0, 2), None), (0, 1, 0, None))
    assert rules(problem, left_out) == {Rule.BROKEN_PIN}


def test_rejects_more_meetings_than_a_hall_has_room_for() -> None:
    problem = replace(small_day(), locations=(Location("Hall", capacity=1), Location("Lobby", capacity=2)))
    crowded = replace(small_answer(), locations=(0, 0, 1, 1))
    assert rules(problem, crowded) == {Rule.DOUBLE_LOCATION}
    problem = replace(problem, locations=(Location("Hall", capacity=2),))
    assert rules(problem, replace(small_answer(), locations=(0, 0, 0, 0))) == set()
    three = with_meeting(replace(problem, people=people(6)), 2, people=(4, 5))
    full = Timetable((0, 0, 0, 1), ((0, 1), (2, 3), (4, 5), (1, 3)), (0, 0, 0, 0))
    assert rules(three, full) == {Rule.CAPACITY}


def test_rejects_a_closed_location() -> None:
    problem = replace(small_day(), locations=(Location("Table 1", closed=frozenset({0})), tables(2)[1]))
    assert rules(problem, small_answer()) == {Rule.LOCATION_CLOSED}


def test_rejects_a_broken_order() -> None:
    assert rules(replace(small_day(), precedences=((2, 0),)), small_answer()) == {Rule.PRECEDENCE}


def test_rejects_pairs_that_may_not_meet() -> None:
    forbidden = replace(small_day(), forbidden_pairs=frozenset({frozenset({0, 1})}))
    assert rules(forbidden, small_answer()) == {Rule.NOT_ALLOWED_TO_MEET}
    kinds = tuple(Person(f"P{n}", kind="research") for n in range(4))
    matrix = replace(small_day(), people=kinds, may_meet=frozenset({frozenset({"research", "company"})}))
    assert rules(matrix, small_answer()) == {Rule.NOT_ALLOWED_TO_MEET}


@pytest.mark.parametrize(
    ("person", "rule"),
    [
        (Person("Aino", most_meetings=1), Rule.TOO_MANY),
        (Person("Aino", least_meetings=3), Rule.TOO_FEW),
        (Person("Aino", most_in_a_row=1), Rule.IN_A_ROW),
    ],
)
def test_rejects_a_load_beyond_limits(person: Person, rule: Rule) -> None:
    assert rules(with_person(small_day(), 0, person), small_answer()) == {rule}


def test_rejects_uneven_breaks() -> None:
    problem = replace(small_day(), slots=(small_day().slots[0],) * 4, most_uneven_breaks=0)
    broken = Timetable((0, 0, 2, 1), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1))
    assert rules(problem, broken) == {Rule.UNEVEN_BREAKS}


def test_rejects_a_stranger_at_a_booth_and_a_host_elsewhere() -> None:
    booth = Location("Booth", LocationKind.BOOTH, host=0)
    problem = replace(small_day(), locations=(*tables(2), booth))
    assert rules(problem, small_answer()) == {Rule.WRONG_LOCATION}
    assert rules(problem, replace(small_answer(), locations=(2, 1, 2, 1))) == set()


def test_rejects_more_hybrid_meetings_than_video_rooms() -> None:
    problem = small_day()
    for number in (0, 1):
        problem = with_meeting(problem, number, mode=Mode.HYBRID)
    problem = replace(problem, locations=(*tables(2), Location("Link", LocationKind.VIDEO)))
    assert rules(problem, small_answer()) == {Rule.CAPACITY}
