"""The validator accepts a good timetable and rejects each kind of corruption."""

from dataclasses import replace
from typing import Any

import pytest

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.problem import Location, LocationKind, Meeting, Mode, Person, Problem
from elmo_events.timetable.planner.validator import Rule, violations

from .problems import people, slots, small_answer, small_day, tables


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


PAIRS = ((0, 1), (2, 3), (0, 2), (1, 3))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"slots": (0, 2, 0, 1), "locations": (0, 1, 1, 1)}, Rule.DOUBLE_PERSON),
        ({"locations": (0, 0, 0, 1)}, Rule.DOUBLE_LOCATION),
        (
            {"slots": (0, 0, 1, None), "pairs": (*PAIRS[:3], None), "locations": (0, 1, 0, None)},
            Rule.MISSING,
        ),
        ({"pairs": ((0, 3), *PAIRS[1:]), "slots": (0, 2, 1, 3)}, Rule.WRONG_PEOPLE),
        ({"locations": (None, 1, 0, 1)}, Rule.WRONG_LOCATION),
        ({"slots": (0, 0, 1, 4)}, Rule.SHAPE),
        ({"slots": (-1, 0, 1, 1)}, Rule.SHAPE),
        ({"locations": (0, 2, 0, 1)}, Rule.SHAPE),
        ({"locations": (0, -1, 0, 1)}, Rule.SHAPE),
        ({"pairs": ((0, 1), (2, 3), (0, 2), (1, 4))}, Rule.SHAPE),
        ({"slots": (0, 0, 1)}, Rule.SHAPE),
        ({"pairs": PAIRS[:3]}, Rule.SHAPE),
        ({"locations": (0, 1, 0, 1, 1)}, Rule.SHAPE),
        ({"slots": (0, 0, 1, None)}, Rule.SHAPE),
        ({"pairs": (*PAIRS[:3], None)}, Rule.SHAPE),
        ({"slots": (0, 0, 1, None), "pairs": (*PAIRS[:3], None)}, Rule.SHAPE),
    ],
)
def test_rejects_a_corrupted_timetable(changes: dict[str, Any], rule: Rule) -> None:
    """One thing is wrong, and that is what is said."""
    assert rules(small_day(), replace(small_answer(), **changes)) == {rule}


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
    for earlier, later in ((2, 0), (0, 1)):  # after it, and at the same time
        assert rules(replace(small_day(), precedences=((earlier, later),)), small_answer()) == {Rule.PRECEDENCE}
    assert rules(replace(small_day(), precedences=((0, 2),)), small_answer()) == set()


def test_rejects_who_stands_in_without_being_of_the_team_or_being_let() -> None:
    teams = tuple(Person(f"P{number}", team=team) for number, team in enumerate(("X", "Y", "Y", "X")))
    problem = with_meeting(replace(small_day(), people=teams), 0, team_may_stand_in=True)
    apart = replace(small_answer(), slots=(0, 2, 1, 3))
    for pair, found in (((0, 2), set()), ((3, 1), set()), ((2, 1), {Rule.WRONG_PEOPLE})):
        assert rules(problem, replace(apart, pairs=(pair, *PAIRS[1:]))) == found
    not_let = with_meeting(problem, 0, team_may_stand_in=False)
    assert rules(not_let, replace(apart, pairs=((0, 2), *PAIRS[1:]))) == {Rule.WRONG_PEOPLE}


def test_rejects_pairs_that_may_not_meet() -> None:
    forbidden = replace(small_day(), forbidden_pairs=frozenset({frozenset({0, 1})}))
    assert rules(forbidden, small_answer()) == {Rule.NOT_ALLOWED_TO_MEET}
    kinds = tuple(Person(f"P{n}", kind="research") for n in range(4))
    matrix = replace(small_day(), people=kinds, may_meet=frozenset({frozenset({"research", "company"})}))
    assert rules(matrix, small_answer()) == {Rule.NOT_ALLOWED_TO_MEET}
    untold = replace(matrix, people=(*kinds[:2], Person("P2"), Person("P3", kind="company")))
    assert (
        rules(with_meeting(untold, 0, people=(0, 3)), Timetable((0, 2, 1, 3), ((0, 3), *PAIRS[1:]), (0, 1, 0, 1)))
        == set()
    )
    themselves = replace(small_day(), people=tuple(Person(f"P{number}", team="X") for number in range(4)))
    alone = Timetable((0, 2, 1, 3), ((1, 1), *PAIRS[1:]), (0, 1, 0, 1))
    assert Rule.NOT_ALLOWED_TO_MEET in rules(with_meeting(themselves, 0, team_may_stand_in=True), alone)


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


def test_a_row_ends_with_its_block() -> None:
    problem = with_person(small_day(), 0, Person("Aino", most_in_a_row=1))
    over_lunch = replace(small_answer(), slots=(1, 1, 2, 2))
    assert rules(problem, over_lunch) == set()
    assert rules(replace(problem, slots=(problem.slots[0],) * 4), over_lunch) == {Rule.IN_A_ROW}


def test_rejects_uneven_breaks() -> None:
    problem = replace(small_day(), slots=(small_day().slots[0],) * 4, most_uneven_breaks=0)
    broken = Timetable((0, 0, 2, 1), ((0, 1), (2, 3), (0, 2), (1, 3)), (0, 1, 0, 1))
    assert rules(problem, broken) == {Rule.UNEVEN_BREAKS}


def test_breaks_are_counted_within_a_block() -> None:
    star = Problem(people(4), tuple(Meeting((0, n)) for n in (1, 2, 3)), slots(2, 3), tables(1), most_uneven_breaks=0)
    pairs, places = ((0, 1), (0, 2), (0, 3)), (0, 0, 0)
    assert rules(star, Timetable((1, 2, 3), pairs, places)) == set()
    assert rules(star, Timetable((1, 2, 4), pairs, places)) == {Rule.UNEVEN_BREAKS}


def test_rejects_a_stranger_at_a_booth_and_a_host_elsewhere() -> None:
    booth = Location("Booth", LocationKind.BOOTH, host=0)
    problem = replace(small_day(), locations=(*tables(2), booth))
    assert rules(problem, small_answer()) == {Rule.WRONG_LOCATION}
    assert rules(problem, replace(small_answer(), locations=(2, 1, 2, 1))) == set()


@pytest.mark.parametrize(
    ("mode", "location", "found"),
    [
        (Mode.ON_SITE, 2, {Rule.WRONG_LOCATION}),
        (Mode.ONLINE, 0, {Rule.WRONG_LOCATION}),
        (Mode.ONLINE, None, {Rule.WRONG_LOCATION}),
        (Mode.ONLINE, 2, set()),
        (Mode.HYBRID, 2, {Rule.WRONG_LOCATION}),
        (Mode.HYBRID, 0, set()),
    ],
)
def test_rejects_a_location_that_does_not_suit_the_mode(mode: Mode, location: int | None, found: set[Rule]) -> None:
    problem = replace(small_day(), locations=(*tables(2), Location("Link", LocationKind.VIDEO)))
    answer = replace(small_answer(), locations=(location, 1, 0, 1))
    assert rules(with_meeting(problem, 0, mode=mode), answer) == found


def test_an_online_meeting_needs_no_room_where_none_are_listed() -> None:
    online = with_meeting(small_day(), 0, mode=Mode.ONLINE)
    assert rules(online, replace(small_answer(), locations=(None, 1, 0, 1))) == set()


def test_rejects_more_hybrid_meetings_than_video_rooms() -> None:
    problem = small_day()
    for number in (0, 1):
        problem = with_meeting(problem, number, mode=Mode.HYBRID)
    problem = replace(problem, locations=(*tables(2), Location("Link", LocationKind.VIDEO)))
    assert rules(problem, small_answer()) == {Rule.CAPACITY}
    closed = replace(
        problem, locations=(*tables(2), Location("Link", LocationKind.VIDEO, closed=frozenset({0}), capacity=2))
    )
    assert rules(closed, small_answer()) == {Rule.CAPACITY}
    assert rules(closed, replace(small_answer(), slots=(2, 2, 1, 1))) == set()
