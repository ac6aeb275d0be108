"""Large-neighbourhood search: free the meetings of a few people in a few slots, solve them exactly, keep what is better.

Shaw (1998). A neighbourhood is a window of slots in which people are gathered along their meetings, from somebody whose day is
broken more than it would have to be. Wide windows hold few people, narrow ones many; how many is learnt on the way.
"""

from collections.abc import Callable
from random import Random

from elmo_events.timetable.planner.alone import least_breaks_alone
from elmo_events.timetable.planner.board import Board
from elmo_events.timetable.planner.core_guided import CoreGuided
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.formula import LearntNativeFormula, OutOfTimeError
from elmo_events.timetable.planner.grid import breaks
from elmo_events.timetable.planner.model import Model, part
from elmo_events.timetable.planner.problem import Goal
from elmo_events.timetable.planner.wishes import Wishes

WIDTHS = (6, 8, 10, 12, 1_000)  # slots; the last is the whole programme
FIRST, FEWEST = 60.0, 8.0  # people
MOST_MEETINGS = 600  # in one neighbourhood: more take seconds to write down
GROWTH, SHRINKAGE = 1.15, 0.95
CONFLICTS = 5000

MOST_FAILURES = 400  # in a row: then this board is as good as its neighbourhoods


def improve(board: Board, random: Random, deadline: Deadline, better: Callable[[Board], None]) -> None:
    """Lower the breaks of a board in place until the deadline; `better` hears of each improvement."""
    least = least_breaks_alone(board.grid)
    sizes = dict.fromkeys(WIDTHS, FIRST)
    failures = 0
    while not deadline.over() and failures < MOST_FAILURES:
        broken = [p for p, busy in enumerate(board.busy) if breaks(busy, board.grid.blocks) > least[p]]
        if not broken:
            return
        width = random.choice(WIDTHS)
        free = neighbourhood(board, random, random.choice(broken), width, sizes[width])
        outcome = solve_part(board, free, deadline)
        failures = 0 if outcome else failures + 1
        if outcome:
            better(board)
        elif outcome is None:
            sizes[width] = max(FEWEST, sizes[width] * SHRINKAGE)
        elif len(free) * GROWTH < MOST_MEETINGS:
            sizes[width] = min(board.grid.people_count, sizes[width] * GROWTH)


def neighbourhood(board: Board, random: Random, person: int, width: int, size: float) -> list[int]:
    """The meetings, in a window of slots, among so many people around this one."""
    window = _window(board.grid.slot_count, random, width)
    people, edge = {person}, [person]
    while edge and len(people) < size:
        host = edge.pop(int(random.random() * len(edge)))
        met = (board.pair(meeting) for slot, meeting in board.at[host].items() if slot in window)
        partners = [partner for pair in met for partner in pair if partner not in people]
        random.shuffle(partners)
        for partner in partners[: int(size) - len(people)]:
            people.add(partner)
            edge.append(partner)
    inside = (board.at[member].items() for member in people)
    meetings = {meeting for days in inside for slot, meeting in days if slot in window}
    return sorted(meeting for meeting in meetings if people.issuperset(board.pair(meeting)))


def _window(slot_count: int, random: Random, width: int) -> range:
    start = random.randrange(max(0, slot_count - width) + 1)
    return range(start, min(slot_count, start + width))


def solve_part(board: Board, free: list[int], deadline: Deadline) -> bool | None:
    """True: these meetings have new slots, with fewer breaks. False: there are none. None: gave up."""
    grid = board.grid
    people = {person for meeting in free for person in board.pair(meeting)}
    before = sum(breaks(board.busy[person], grid.blocks) for person in people)
    formula = LearntNativeFormula(CONFLICTS)
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
