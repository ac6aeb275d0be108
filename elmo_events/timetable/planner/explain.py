"""Why a demand cannot be met: whom, which slots, which pairs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.formula import Formula, OutOfTimeError
from elmo_events.timetable.planner.grid import Grid, bits_of, compile_grid
from elmo_events.timetable.planner.model import Model, whole
from elmo_events.timetable.planner.problem import Meeting, Problem
from elmo_events.timetable.planner.sayings import Code, Saying

CONFLICTS_PER_TRY = 2000


def must_be_held(problem: Problem) -> list[int]:
    return [n for n, m in enumerate(problem.meetings) if m.required or m.pinned_slot is not None]


def plain_reasons(grid: Grid) -> list[Saying]:
    """Reasons that can be counted on fingers. An empty list proves nothing."""
    sure = must_be_held(grid.problem)
    checks = (_lonely_pairs, _busy_people, _double_pins, _full_slots, _few_requests, _circles)
    return [saying for check in checks for saying in check(grid, sure)]


def _reach(grid: Grid, meeting: int) -> int:
    mask = 0
    for option in grid.options[meeting]:
        mask |= option.slots
    return mask


def _lonely_pairs(grid: Grid, sure: list[int]) -> Iterator[Saying]:
    for meeting in sure:
        if not grid.options[meeting]:
            yield Saying(Code.MAY_NOT_MEET, pairs=(grid.problem.meetings[meeting].people,))
        elif not _reach(grid, meeting):
            yield Saying(Code.NO_COMMON_SLOT, pairs=(grid.problem.meetings[meeting].people,))


def _busy_people(grid: Grid, sure: list[int]) -> Iterator[Saying]:
    """People with more meetings that must be held than slots in which they could be."""
    reach, load = [0] * grid.people_count, Counter[int]()
    for meeting in sure:
        for person in grid.options[meeting][0].pair if len(grid.options[meeting]) == 1 else ():
            reach[person] |= _reach(grid, meeting)
            load[person] += 1
    for person, count in sorted(load.items()):
        slots = min(reach[person].bit_count(), grid.most[person])
        if count > slots:
            yield Saying(Code.TOO_MANY_MEETINGS, (person,), numbers={"count": count, "room": slots})


def _double_pins(grid: Grid, sure: list[int]) -> Iterator[Saying]:
    pinned: dict[tuple[int, int], int] = {}
    for meeting in sure:
        slot = grid.problem.meetings[meeting].pinned_slot
        if slot is None or len(grid.options[meeting]) != 1:
            continue
        for person in grid.options[meeting][0].pair:
            if (person, slot) in pinned:
                yield Saying(Code.PINNED_TWICE, (person,), slots=(slot,))
            pinned[person, slot] = meeting


def _full_slots(grid: Grid, sure: list[int]) -> Iterator[Saying]:
    """More meetings than places, over all slots and over the slots that some meetings are bound to."""
    for pool, row in enumerate(grid.room):
        reaches = [_reach(grid, meeting) for meeting in sure if pool in grid.pools[meeting]]
        for window in sorted(set(reaches) - {0}, key=lambda mask: (mask.bit_count(), mask)):
            count = sum(reach & ~window == 0 for reach in reaches)
            places = sum(row[slot] for slot in bits_of(window))
            if count > places:
                numbers = {"count": count, "places": places}
                yield Saying(Code.TOO_FEW_PLACES, slots=tuple(bits_of(window)), numbers=numbers)
                return


def _few_requests(grid: Grid, sure: list[int]) -> Iterator[Saying]:
    possible = [0] * grid.people_count
    for options in grid.options:
        for person in {person for option in options if option.slots for person in option.pair}:
            possible[person] += 1
    for person, asked in enumerate(grid.problem.people):
        if possible[person] < asked.least_meetings:
            numbers = {"least": asked.least_meetings, "possible": possible[person]}
            yield Saying(Code.TOO_FEW_REQUESTS, (person,), numbers=numbers)


def _circles(grid: Grid, sure: list[int]) -> Iterator[Saying]:
    """Precedences that run in a circle among meetings that must be held."""
    left = set(sure)
    while ready := [m for m in left if not left.intersection(grid.earlier.get(m, ()))]:
        left.difference_update(ready)
    if left:
        yield Saying(Code.CIRCLE, meetings=tuple(sorted(left)))


def searched_reasons(problem: Problem, deadline: Deadline) -> list[Saying]:
    """A small set of meetings that cannot all be held, found by the solver; empty when time runs out."""
    sure = must_be_held(problem)
    loose = replace(problem, meetings=tuple(map(_loosened, problem.meetings)), most_uneven_breaks=None)
    formula = Formula()
    try:
        model = Model(whole(compile_grid(loose)), formula)
        selectors = {model.placed[meeting]: meeting for meeting in sure}
        if formula.solve(list(selectors), deadline):
            return [Saying(Code.TOO_UNEVEN, numbers={"difference": problem.most_uneven_breaks or 0})]
        core = _smallest(formula, formula.core(), deadline)
    except OutOfTimeError:
        return []
    finally:
        formula.close()
    return [_conflict(compile_grid(problem), sorted(selectors[literal] for literal in core))]


def _loosened(meeting: Meeting) -> Meeting:
    """The same meeting, free to be left out."""
    allowed = meeting.allowed_slots
    if meeting.pinned_slot is not None:
        pin = frozenset({meeting.pinned_slot})
        allowed = pin if allowed is None else pin & allowed
    return replace(meeting, required=False, pinned_slot=None, allowed_slots=allowed)


def _smallest(formula: Formula, core: list[int], deadline: Deadline) -> list[int]:
    """Leave out every member that the contradiction does not need."""
    needed: list[int] = []
    while core and not deadline.over():
        literal = core.pop()
        if formula.solve_briefly(needed + core, CONFLICTS_PER_TRY) is False:
            kept = set(formula.core())
            core = [other for other in core if other in kept]
        else:
            needed.append(literal)
    return needed + core


def _conflict(grid: Grid, meetings: list[int]) -> Saying:
    if not meetings:
        return Saying(Code.LEAST_OUT_OF_REACH)
    slots = 0
    for meeting in meetings:
        slots |= _reach(grid, meeting)
    pairs = tuple(grid.problem.meetings[meeting].people for meeting in meetings)
    return Saying(Code.CLASH, pairs=pairs, slots=tuple(bits_of(slots)))
