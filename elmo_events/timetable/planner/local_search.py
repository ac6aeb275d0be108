"""Simulated annealing over Kempe swaps: fewer breaks without ever leaving the hard rules.

A swap of slots a and b changes only the people who meet in exactly one of them inside its chain, so a move
is judged by a few look-ups before anything is written (Kirkpatrick et al. 1983; swaps as in Kempe 1879).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import exp
from random import Random

from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.grid import breaks, idle
from elmo_events.timetable.planner.problem import Goal, Problem

LONGEST_CHAIN = 12
HOT, COLD = 0.6, 0.12
IDLE_WEIGHT = 0.01
UNEVEN_PENALTY = 3.0
CHECK_EVERY = 512
TRIES_FOR_A_BROKEN_DAY = 4


@dataclass(slots=True)
class Taste:
    """What a person's busy slots cost: breaks, a little for idle slots, much for more than a fair share."""

    blocks: tuple[int, ...]
    idle_weight: float
    most_breaks: int | None
    known: dict[int, float]

    def cost(self, mask: int) -> float:
        found = self.known.get(mask)
        if found is None:
            count = breaks(mask, self.blocks)
            found = count + self.idle_weight * idle(mask, self.blocks)
            if self.most_breaks is not None:
                found += UNEVEN_PENALTY * max(0, count - self.most_breaks)
            self.known[mask] = found
        return found


def taste_of(problem: Problem, blocks: tuple[int, ...]) -> Taste:
    weight = IDLE_WEIGHT if Goal.IDLE_SLOTS in problem.goals else 0.0
    return Taste(blocks, weight, problem.most_uneven_breaks, {})


def total(board: Board, taste: Taste) -> float:
    return sum(map(taste.cost, board.busy))


def anneal(
    board: Board,
    random: Random,
    moves: int,
    deadline: Deadline,
    better: Callable[[Board], None],
) -> None:
    """Change `board` in place, for so many moves or until the deadline; at the end it is the best one met.

    It cools with whichever of the two runs out first.

    `better` hears of the best so far, at rests.
    """
    search = _Search(board, random, taste_of(board.grid.problem, board.grid.blocks))
    for step in range(moves):
        if step % CHECK_EVERY == 0:
            if deadline.over() or search.best == 0:
                break
            search.temperature = HOT * (COLD / HOT) ** max(step / moves, deadline.spent())
            search.remember(better)
        search.move()
    search.remember(better)
    search.restore()


class _Search:
    def __init__(self, board: Board, random: Random, taste: Taste) -> None:
        self.board, self.random, self.taste = board, random, taste
        self.cost = total(board, taste)
        self.best = self.cost
        self.best_slots = board.slot_of.copy()
        self.temperature = HOT
        self.held = [meeting for meeting, slot in enumerate(board.slot_of) if slot != UNPLACED]
        self.crowd = range(board.grid.people_count)
        self.shy = bool(board.grid.problem.precedences) or any(row < board.grid.slot_count for row in board.grid.row)

    def remember(self, better: Callable[[Board], None]) -> None:
        if self.cost < self.best - 1e-9:
            self.best = self.cost
            self.best_slots = self.board.slot_of.copy()
            better(self.board)

    def restore(self) -> None:
        for meeting in self.held:
            self.board.lift(meeting)
        for meeting in self.held:
            self.board.place(meeting, self.best_slots[meeting])

    def move(self) -> None:
        """Propose one swap and take it if it is better, or by chance."""
        if not self.held:
            return
        board, meeting = self.board, self._pick()
        here = board.slot_of[meeting]
        targets = board.slots(meeting) & ~(1 << here)
        if not targets:
            return
        there = self._one_bit(targets)
        chain = board.chain(meeting, there, LONGEST_CHAIN)
        if chain is None:
            return
        change = self._change(chain, here, there)
        if change <= 0 or self.random.random() < exp(-change / self.temperature):
            self._take(chain, here, there, change)

    def _pick(self) -> int:
        """A meeting, more often one of a person whose day is broken."""
        for _ in range(TRIES_FOR_A_BROKEN_DAY):
            person = int(self.random.random() * len(self.crowd))
            meetings = self.board.at[person]
            if meetings and self.taste.cost(self.board.busy[person]) > 0:
                return list(meetings.values())[int(self.random.random() * len(meetings))]
        return self.held[int(self.random.random() * len(self.held))]

    def _one_bit(self, mask: int) -> int:
        for _ in range(int(self.random.random() * mask.bit_count())):
            mask &= mask - 1
        return (mask & -mask).bit_length() - 1

    def _change(self, chain: list[int], here: int, there: int) -> float:
        board, cost, both = self.board, self.taste.cost, 1 << here | 1 << there
        change = 0.0
        for member in chain:
            for person in board.pair(member):
                busy = board.busy[person]
                if busy & both != both:
                    change += cost(busy ^ both) - cost(busy)
        return change

    def _take(self, chain: list[int], here: int, there: int, change: float) -> None:
        if self.board.swap(chain, here, there):
            self.cost += change
