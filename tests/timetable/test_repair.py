"""A published timetable is mended with few moves, and pins are never moved."""

from dataclasses import replace

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.problem import Meeting, Problem
from elmo_events.timetable.planner.repair import repair
from elmo_events.timetable.planner.solve import solve
from elmo_events.timetable.planner.validator import violations

from .problems import people, slots, tables


def day() -> Problem:
    """Five people in a ring and one chord, three slots, two tables."""
    pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (1, 3)]
    return Problem(people(5), tuple(map(Meeting, pairs)), slots(3), tables(2))


def published(problem: Problem) -> Timetable:
    timetable = solve(problem, Deadline(None)).timetable
    assert timetable is not None
    return timetable


def test_nothing_changes_when_nothing_has_happened() -> None:
    timetable = published(day())
    assert repair(day(), timetable).timetable == timetable


def test_a_person_who_cannot_come_is_moved_not_dropped() -> None:
    timetable = published(day())
    lost = timetable.slots.index(0)
    person = day().meetings[lost].people[0]
    away = list(day().people)
    away[person] = replace(away[person], unavailable=frozenset({0}))
    changed = replace(day(), people=tuple(away), locations=tables(4), slots=slots(4))
    mended = repair(changed, timetable)
    assert violations(changed, mended.timetable) == []
    assert mended.dropped == ()
    assert len(mended.moved) <= 3


def test_an_added_meeting_moves_three_at_most() -> None:
    problem = day()
    one_out = replace(
        problem, meetings=(*problem.meetings, Meeting((2, 4), weight=3)), slots=slots(4), locations=tables(2)
    )
    timetable = published(problem)
    known = Timetable((*timetable.slots, None), (*timetable.pairs, None), (*timetable.locations, None))
    mended = repair(one_out, known, wanted=[6])
    assert mended.added == (6,)
    assert len(mended.moved) <= 3
    assert violations(one_out, mended.timetable) == []


def test_moves_one_meeting_when_one_is_in_the_way() -> None:
    problem = Problem(people(4), tuple(map(Meeting, [(0, 1), (2, 3)])), slots(2), tables(1))
    only_first = replace(problem.meetings[1], allowed_slots=frozenset({0}))
    changed = replace(problem, meetings=(problem.meetings[0], only_first))
    before = Timetable((0, None), ((0, 1), None), (0, None))
    mended = repair(changed, before, wanted=[1])
    assert mended.moved == (0,)
    assert mended.timetable.slots == (1, 0)


def test_a_pin_is_not_moved() -> None:
    meetings = (Meeting((0, 1), pinned_slot=0), Meeting((2, 3), allowed_slots=frozenset({0})))
    problem = Problem(people(4), meetings, slots(2), tables(1))
    mended = repair(problem, Timetable((0, None), ((0, 1), None), (0, None)), wanted=[1])
    assert mended.timetable.slots == (0, None)


def test_no_more_moves_than_allowed() -> None:
    meetings = (Meeting((0, 1)), Meeting((2, 3), allowed_slots=frozenset({0})))
    problem = Problem(people(4), meetings, slots(2), tables(1))
    mended = repair(problem, Timetable((0, None), ((0, 1), None), (0, None)), wanted=[1], most_moves=0)
    assert mended.timetable.slots == (0, None)
