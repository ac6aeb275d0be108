"""Large-neighbourhood search: free the meetings of a few people, solve them exactly, keep what is better.

Shaw (1998); here a neighbourhood grows along meetings from somebody whose day is broken.
"""

from collections.abc import Callable
from random import Random

from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.core_guided import CoreGuided
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.formula import Formula, OutOfTimeError
from elmo_events.timetable.planner.grid import breaks
from elmo_events.timetable.planner.model import Model, part
from elmo_events.timetable.planner.problem import Goal
from elmo_events.timetable.planner.wishes import Wishes

FEWEST, MOST = 8, 150
CONFLICTS = 3000

MOST_FAILURES = 400  # in a row: then this board is as good as its neighbourhoods


def improve(board: Board, random: Random, deadline: Deadline, better: Callable[[Board], None]) -> None:
    """Lower the breaks of a board in place until the deadline; `better` hears of each improvement."""
    size = 25.0
    failures = 0
    while not deadline.over() and failures < MOST_FAILURES:
        people = neighbourhood(board, random, int(size))
        if not people:
            return
        outcome = solve_part(board, people, deadline)
        failures = 0 if outcome else failures + 1
        if outcome:
            better(board)
        size = max(FEWEST, size * 0.9) if outcome is None else min(MOST, size * 1.03)


def neighbourhood(board: Board, random: Random, size: int) -> set[int]:
    """People around somebody whose day is broken, grown along their meetings."""
    blocks = board.grid.blocks
    broken = [person for person, busy in enumerate(board.busy) if breaks(busy, blocks)]
    if not broken:
        return set()
    people = {random.choice(broken)}
    edge = sorted(people)
    while edge and len(people) < size:
        person = edge.pop(int(random.random() * len(edge)))
        partners = [p for m in board.at[person].values() for p in board.pair(m) if p not in people]
        random.shuffle(partners)
        for partner in partners[: size - len(people)]:
            people.add(partner)
            edge.append(partner)
    return people


def solve_part(board: Board, people: set[int], deadline: Deadline) -> bool | None:
    """True: the meetings among these people have fewer breaks now. False: they cannot. None: gave up."""
    grid = board.grid
    free = [m for m, slot in enumerate(board.slot_of) if slot != UNPLACED and people.issuperset(board.pair(m))]
    before = sum(breaks(board.busy[person], grid.blocks) for person in people)
    formula = Formula(CONFLICTS)
    try:
        model = Model(part(board, free), formula)
        search = CoreGuided(formula, Wishes(model).of(Goal.BREAKS), deadline)
        search.run(before)
    except OutOfTimeError:
        pass
    finally:
        formula.close()
    if search.model is None or search.cost is None or search.cost >= before:
        return None if search.bound < before else False
    for meeting in free:
        board.lift(meeting)
    for meeting, (option, slot) in model.slots_in(search.model).items():
        board.option_of[meeting] = option
        board.place(meeting, slot)
    return True
