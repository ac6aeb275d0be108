"""Why a demand cannot be met, in words: whom, which slots, which pairs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.formula import Formula, OutOfTimeError
from elmo_events.timetable.planner.grid import Grid, bits_of, compile_grid
from elmo_events.timetable.planner.model import Model, whole
from elmo_events.timetable.planner.problem import Meeting, Problem

CONFLICTS_PER_TRY = 2000
MOST_NAMED = 12


def must_be_held(problem: Problem) -> list[int]:
    return [n for n, m in enumerate(problem.meetings) if m.required or m.pinned_slot is not None]


def plain_reasons(grid: Grid) -> list[str]:
    """Reasons that can be counted on fingers. An empty list proves nothing."""
    sure = must_be_held(grid.problem)
    checks = (_lonely_pairs, _busy_people, _double_pins, _full_slots, _few_requests, _circles)
    return [sentence for check in checks for sentence in check(grid, sure)]


def _pair_name(grid: Grid, meeting: int) -> str:
    first, second = (grid.problem.people[person].name for person in grid.problem.meetings[meeting].people)
    return f"{first} and {second}"


def _reach(grid: Grid, meeting: int) -> int:
    mask = 0
    for option in grid.options[meeting]:
        mask |= option.slots
    return mask


def _lonely_pairs(grid: Grid, sure: list[int]) -> Iterator[str]:
    for meeting in sure:
        if not grid.options[meeting]:
            yield f"{_pair_name(grid, meeting)} may not meet, and must."
        elif not _reach(grid, meeting):
            yield f"{_pair_name(grid, meeting)} have no slot in which both can meet."


def _busy_people(grid: Grid, sure: list[int]) -> Iterator[str]:
    """People with more meetings that must be held than slots in which they could be."""
    reach, load = [0] * grid.people_count, Counter[int]()
    for meeting in sure:
        for person in grid.options[meeting][0].pair if len(grid.options[meeting]) == 1 else ():
            reach[person] |= _reach(grid, meeting)
            load[person] += 1
    for person, count in sorted(load.items()):
        slots = min(reach[person].bit_count(), grid.most[person])
        if count > slots:
            name = grid.problem.people[person].name
            yield f"{name} must have {count} meetings and has {slots} slots for them."


def _double_pins(grid: Grid, sure: list[int]) -> Iterator[str]:
    pinned: dict[tuple[int, int], int] = {}
    for meeting in sure:
        slot = grid.problem.meetings[meeting].pinned_slot
        if slot is None or len(grid.options[meeting]) != 1:
            continue
        for person in grid.options[meeting][0].pair:
            if (person, slot) in pinned:
                name = grid.problem.people[person].name
                yield f"{name} has two meetings pinned to slot {slot + 1}."
            pinned[person, slot] = meeting


def _full_slots(grid: Grid, sure: list[int]) -> Iterator[str]:
    """More meetings than places, over all slots and over the slots that some meetings are bound to."""
    for pool, row in enumerate(grid.room):
        reaches = [_reach(grid, meeting) for meeting in sure if pool in grid.pools[meeting]]
        for window in sorted(set(reaches) - {0}, key=lambda mask: (mask.bit_count(), mask)):
            count = sum(reach & ~window == 0 for reach in reaches)
            places = sum(row[slot] for slot in bits_of(window))
            if count > places:
                yield f"{count} meetings must be held in {_slots(window)}, which have {places} places."
                return


def _slots(mask: int) -> str:
    numbers = [slot + 1 for slot in bits_of(mask)]
    if len(numbers) == 1:
        return f"slot {numbers[0]}"
    if numbers[-1] - numbers[0] + 1 == len(numbers):
        return f"slots {numbers[0]}–{numbers[-1]}"
    return "slots " + ", ".join(map(str, numbers))


def _few_requests(grid: Grid, sure: list[int]) -> Iterator[str]:
    possible = [0] * grid.people_count
    for options in grid.options:
        for person in {person for option in options if option.slots for person in option.pair}:
            possible[person] += 1
    for asked, count in zip(grid.problem.people, possible, strict=True):
        if count < asked.least_meetings:
            yield f"{asked.name} should have {asked.least_meetings} meetings and can have {count} at most."


def _circles(grid: Grid, sure: list[int]) -> Iterator[str]:
    """Precedences that run in a circle among meetings that must be held."""
    left = set(sure)
    while ready := [m for m in left if not left.intersection(grid.earlier.get(m, ()))]:
        left.difference_update(ready)
    if left:
        names = ", ".join(str(meeting + 1) for meeting in sorted(left)[:MOST_NAMED])
        yield f"The order asked of meetings {names} runs in a circle."


def searched_reasons(problem: Problem, deadline: Deadline) -> list[str]:
    """A small set of meetings that cannot all be held, found by the solver; empty when time runs out."""
    sure = must_be_held(problem)
    loose = replace(problem, meetings=tuple(map(_loosened, problem.meetings)), most_uneven_breaks=None)
    formula = Formula()
    try:
        model = Model(whole(compile_grid(loose)), formula)
        selectors = {model.placed[meeting]: meeting for meeting in sure}
        if formula.solve(list(selectors), deadline):
            return [f"The meetings fit, but not so that breaks differ by {problem.most_uneven_breaks} at most."]
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


def _conflict(grid: Grid, meetings: list[int]) -> str:
    if not meetings:
        return "People's smallest numbers of meetings cannot be reached."
    named = "; ".join(_pair_name(grid, meeting) for meeting in meetings[:MOST_NAMED])
    more = f"; and {len(meetings) - MOST_NAMED} more" if len(meetings) > MOST_NAMED else ""
    slots = 0
    for meeting in meetings:
        slots |= _reach(grid, meeting)
    subject = "This meeting cannot be held" if len(meetings) == 1 else "These meetings cannot all be held"
    return f"{subject} in {_slots(slots)}: {named}{more}."
