"""Mends a published timetable after a change, moving as few meetings as can be (three at most by default).

Ejection chains (Glover 1996), deepened one move at a time, so that the first repair found moves fewest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.greedy import comfort
from elmo_events.timetable.planner.grid import bits_of, compile_grid
from elmo_events.timetable.planner.problem import Problem
from elmo_events.timetable.planner.tables import with_locations

MOST_MOVES = 3


@dataclass(frozen=True, slots=True)
class Repair:
    """`moved`: meetings that change their slot. `dropped`: published ones that no longer fit anywhere.

    `added`: meetings that had no slot and have one now. The published locations of all others are kept.
    """

    timetable: Timetable
    moved: tuple[int, ...]
    dropped: tuple[int, ...]
    added: tuple[int, ...]


def repair(
    problem: Problem,
    published: Timetable,
    wanted: Sequence[int] = (),
    most_moves: int = MOST_MOVES,
    deadline: Deadline | None = None,
) -> Repair:
    """A timetable that keeps the rules of the changed `problem`, as close to the published one as can be.

    Meetings that lost their slot are put elsewhere first, then the `wanted` ones by weight; others move for
    them, `most_moves` at most in all. Pins are never moved. Stops trying at the deadline (default 1 s).
    """
    board, lost = _still_good(problem, published)
    mender = _Mender(board, most_moves, deadline or Deadline(1.0))
    by_weight = sorted(set(wanted) - set(lost), key=lambda m: (-problem.meetings[m].weight, m))
    for meeting in [*lost, *(m for m in by_weight if board.slot_of[m] == UNPLACED)]:
        mender.insert(meeting)
    return _told(problem, published, board)


def _still_good(problem: Problem, published: Timetable) -> tuple[Board, list[int]]:
    """The board with every published meeting that still can be where it was, and those that cannot."""
    grid, lost = compile_grid(problem), []
    board = Board(grid)
    for meeting, (slot, pair) in enumerate(zip(published.slots, published.pairs, strict=True)):
        if slot is None:
            continue
        pairs = [option.pair for option in grid.options[meeting]]
        board.option_of[meeting] = pairs.index(pair) if pair in pairs else 0
        fits = pair in pairs and board.open_slots(meeting) >> slot & 1 and board.has_appetite(meeting)
        if not fits or not board.try_place(meeting, slot):
            lost.append(meeting)
    return board, lost


def _told(problem: Problem, published: Timetable, board: Board) -> Repair:
    times = board.timetable()
    both = list(enumerate(zip(published.slots, times.slots, strict=True)))
    kept = {m: published.locations[m] for m, (before, after) in both if before is not None and before == after}
    known = {meeting: place for meeting, place in kept.items() if place is not None}
    return Repair(
        timetable=with_locations(problem, times, known),
        moved=tuple(m for m, (old, new) in both if old is not None and new is not None and old != new),
        dropped=tuple(m for m, (old, new) in both if old is not None and new is None),
        added=tuple(m for m, (old, new) in both if old is None and new is not None),
    )


class _Mender:
    """Puts meetings in, sending others on, while moves are left."""

    def __init__(self, board: Board, most_moves: int, deadline: Deadline) -> None:
        self.board, self.left, self.deadline = board, most_moves, deadline
        self.home = board.slot_of.copy()
        self.moved: set[int] = set()

    def insert(self, meeting: int) -> bool:
        for moves in range(self.left + 1):
            before = self.board.slot_of.copy()
            if self._put(meeting, moves, frozenset({meeting})):
                self.left -= self._count_moves(before, meeting)
                return True
        return False

    def _count_moves(self, before: list[int], meeting: int) -> int:
        changed = zip(before, self.board.slot_of, strict=True)
        return sum(old != new for m, (old, new) in enumerate(changed) if m != meeting)

    def _put(self, meeting: int, moves: int, settled: frozenset[int]) -> bool:
        """Place a meeting, with so many moves of others left; `settled` meetings stay where they are."""
        board, came_from = self.board, self.home[meeting]
        options = range(len(board.grid.options[meeting])) if came_from == UNPLACED else [board.option_of[meeting]]
        for option in options:
            board.option_of[meeting] = option
            slots = [s for s in bits_of(board.slots(meeting)) if s != came_from or not settled - {meeting}]
            for slot in sorted(slots, key=lambda slot: (-comfort(board, meeting, slot), slot)):
                if self.deadline.over():
                    return False
                if any(self._push(meeting, slot, out, moves, settled) for out in self._in_the_way(meeting, slot)):
                    return True
        return False

    def _in_the_way(self, meeting: int, slot: int) -> Iterable[tuple[int, ...]]:
        """Sets of meetings that would have to leave a slot."""
        board = self.board
        partners = {board.at[person].get(slot) for person in board.pair(meeting)} - {None}
        out = tuple(sorted(other for other in partners if other is not None))
        if not board.full(meeting, slot) or self._frees_room(meeting, slot, out):
            return [out]
        others = [m for m, at in enumerate(board.slot_of) if at == slot and m not in out]
        return [(*out, m) for m in others if self._frees_room(meeting, slot, (*out, m))]

    def _frees_room(self, meeting: int, slot: int, out: tuple[int, ...]) -> bool:
        grid, load = self.board.grid, self.board.load
        return all(
            load[pool][slot] - sum(pool in grid.pools[other] for other in out) < grid.room[pool][slot]
            for pool in grid.pools[meeting]
        )

    def _push(self, meeting: int, slot: int, out: tuple[int, ...], moves: int, settled: frozenset[int]) -> bool:
        """Place a meeting in a slot after sending others on; undone (False) when they find no place."""
        if len(out) > moves or settled.intersection(out):
            return False
        board = self.board
        for other in out:
            board.lift(other)
        if board.has_appetite(meeting) and board.try_place(meeting, slot):
            if self._send_on(out, moves - len(out), settled | set(out)):
                return True
            board.lift(meeting)
        for other in out:
            board.place(other, slot)
        return False

    def _send_on(self, out: tuple[int, ...], moves: int, settled: frozenset[int]) -> bool:
        """Find places for all of these, or leave everything as it was."""
        if not out:
            return True
        before = self.board.slot_of.copy()
        if self._put(out[0], moves, settled):
            left = moves - self._count_moves(before, out[0])
            if self._send_on(out[1:], left, settled):
                return True
            self._restore(before)
        return False

    def _restore(self, before: list[int]) -> None:
        changed = [m for m, slot in enumerate(before) if self.board.slot_of[m] != slot]
        for meeting in changed:
            if self.board.slot_of[meeting] != UNPLACED:
                self.board.lift(meeting)
        for meeting in changed:
            if before[meeting] != UNPLACED:
                self.board.place(meeting, before[meeting])
