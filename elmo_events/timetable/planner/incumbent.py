"""The best timetable so far, compared goal by goal."""

from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.grid import Grid, breaks, idle
from elmo_events.timetable.planner.problem import Goal

Key = tuple[float, ...]


class Incumbent:
    """Keeps the best acceptable board it is offered. `key`: one number per goal, smaller is better."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.board: Board | None = None
        self.key: Key | None = None
        self.asked: list[list[int]] = [[] for _ in grid.problem.people]
        for number, meeting in enumerate(grid.problem.meetings):
            for person in meeting.people:
                self.asked[person].append(number)

    def offer(self, board: Board) -> bool:
        """Keep a copy of a board that is acceptable and better than the best so far; whether it was."""
        if not self.acceptable(board):
            return False
        key = self.key_of(board)
        if self.key is not None and key >= self.key:
            return False
        self.board, self.key = board.copy(), key
        return True

    def acceptable(self, board: Board) -> bool:
        """The rules that a board may break while it is being made."""
        problem = self.grid.problem
        for number, meeting in enumerate(problem.meetings):
            must = meeting.required or meeting.pinned_slot is not None
            if must and board.slot_of[number] == UNPLACED:
                return False
        if any(
            busy.bit_count() < person.least_meetings for busy, person in zip(board.busy, problem.people, strict=True)
        ):
            return False
        counts = [breaks(busy, self.grid.blocks) for busy in board.busy]
        uneven = problem.most_uneven_breaks
        return uneven is None or not counts or max(counts) - min(counts) <= uneven

    def key_of(self, board: Board) -> Key:
        return tuple(self.broken(goal, board) for goal in self.grid.problem.goals)

    def broken(self, goal: Goal, board: Board) -> float:
        """How much of a goal is not reached."""
        problem, blocks = self.grid.problem, self.grid.blocks
        if goal is Goal.UNMOVED:
            pairs = zip(problem.published or (), board.slot_of, strict=False)
            return sum(before is not None and before != after for before, after in pairs)
        if goal is Goal.WEIGHT:
            slots = zip(problem.meetings, board.slot_of, strict=True)
            return sum(meeting.weight for meeting, slot in slots if slot == UNPLACED)
        if goal is Goal.BREAKS:
            return sum(breaks(busy, blocks) for busy in board.busy)
        if goal is Goal.IDLE_SLOTS:
            return sum(idle(busy, blocks) for busy in board.busy)
        if goal is Goal.WORST_IDLE:
            return max((idle(busy, blocks) for busy in board.busy), default=0)
        return self._unserved(goal, board)

    def _unserved(self, goal: Goal, board: Board) -> float:
        shares = [
            sum(board.slot_of[meeting] != UNPLACED for meeting in meetings) / len(meetings)
            for meetings in self.asked
            if meetings
        ]
        if goal is Goal.NOBODY_WITHOUT:
            return sum(share == 0 for share in shares)
        return 1 - min(shares, default=1.0)

    def placed(self) -> int:
        return 0 if self.board is None else sum(slot != UNPLACED for slot in self.board.slot_of)

    def breaks(self) -> int | None:
        return None if self.board is None else int(self.broken(Goal.BREAKS, self.board))
