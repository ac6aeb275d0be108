"""An answer in under a second: hardest meeting first, then Kempe chains for those left over.

The order is that of DSATUR (Brélaz 1979): fewest open slots first. The repair is Vizing's: swap two slots
along an alternating chain so that a slot comes free for both people (Kempe 1879; Vizing 1964).
"""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from random import Random

from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.grid import bits_of

LONGEST_CHAIN = 60
LOAD_PENALTY = 0.3
URGENT = 8  # open slots below which a meeting is moved up in the queue


def fill(board: Board, meetings: Iterable[int], random: Random, deadline: Deadline) -> list[int]:
    """Place as many of these meetings as can be; those that found no slot.

    Meetings with a single possible slot (pins) come first by themselves, since they have the fewest.
    """
    wanted = list(meetings)
    possible = [meeting for meeting in wanted if board.grid.options[meeting]]
    left = _in_order(board, possible, random, deadline)
    nobody = [meeting for meeting in wanted if not board.grid.options[meeting]]
    return nobody + [m for m in left if deadline.over() or not insert(board, m)]


def _in_order(board: Board, meetings: list[int], random: Random, deadline: Deadline) -> list[int]:
    waiting = _Waiting(board, meetings, random)
    left = []
    while (meeting := waiting.next()) is not None:
        if not deadline.over() and place_well(board, meeting):
            waiting.refresh(meeting)
        else:
            left.append(meeting)
    return left


class _Waiting:
    """Meetings that wait for a slot, the one with the fewest open slots next."""

    def __init__(self, board: Board, meetings: list[int], random: Random) -> None:
        self.board = board
        self.waiting = set(meetings)
        self.of: list[list[int]] = [[] for _ in range(board.grid.people_count)]
        for meeting in meetings:
            for person in board.pair(meeting):
                self.of[person].append(meeting)
        self.tie = {m: random.random() - sum(len(self.of[p]) for p in board.pair(m)) for m in meetings}
        self.heap = [(self._count(meeting), self.tie[meeting], meeting) for meeting in meetings]
        heapify(self.heap)

    def next(self) -> int | None:
        while self.heap:
            _, _, meeting = heappop(self.heap)
            if meeting in self.waiting:
                self.waiting.discard(meeting)
                return meeting
        return None

    def refresh(self, placed: int) -> None:
        """The people of a placed meeting have one slot less: their other meetings move up."""
        slot = 1 << self.board.slot_of[placed]
        for person in self.board.pair(placed):
            for meeting in self.of[person]:
                if meeting in self.waiting and self.board.slots(meeting) & slot:
                    count = self._count(meeting)
                    if count < URGENT:
                        heappush(self.heap, (count, self.tie[meeting], meeting))

    def _count(self, meeting: int) -> int:
        first, second = self.board.pair(meeting)
        busy = self.board.busy[first] | self.board.busy[second]
        return (self.board.slots(meeting) & ~busy).bit_count()


def place_well(board: Board, meeting: int) -> bool:
    """Place a meeting beside others of its people, in a slot that is not crowded; False if none is open.

    Tries team members where they may stand in.
    """
    for option in range(len(board.grid.options[meeting])):
        board.option_of[meeting] = option
        if not board.has_appetite(meeting):
            continue
        slots = [(-comfort(board, meeting, slot), slot) for slot in bits_of(board.open_slots(meeting))]
        heapify(slots)
        while slots:
            if board.try_place(meeting, heappop(slots)[1]):
                return True
    board.option_of[meeting] = 0
    return False


def comfort(board: Board, meeting: int, slot: int) -> float:
    """Neighbouring meetings of both people, less a little for a crowded slot."""
    first, second = board.pair(meeting)
    beside = (1 << slot + 1) | (1 << slot >> 1)
    wanted: float = (board.busy[first] & beside).bit_count() + (board.busy[second] & beside).bit_count()
    for pool in board.grid.pools[meeting]:
        wanted -= LOAD_PENALTY * board.load[pool][slot] / board.grid.room[pool][slot]
    return wanted


def insert(board: Board, meeting: int) -> bool:
    """Place a meeting, moving others along one chain if need be. False: nothing has changed."""
    for option in range(len(board.grid.options[meeting])):
        board.option_of[meeting] = option
        if board.has_appetite(meeting) and (_insert_by_chain(board, meeting) or _insert_where_full(board, meeting)):
            return True
    board.option_of[meeting] = 0
    return place_well(board, meeting)


def _insert_by_chain(board: Board, meeting: int) -> bool:
    for person, partner in (pair := board.pair(meeting)), pair[::-1]:
        for slot in bits_of(board.slots(meeting) & ~board.busy[person]):
            blocker = board.at[partner].get(slot)
            if blocker is not None and _free_by_swap(board, meeting, blocker, slot):
                return True
    return False


def _free_by_swap(board: Board, meeting: int, blocker: int, slot: int) -> bool:
    """Send the blocker (and its chain) to another slot, then place the meeting where it was."""
    for other in bits_of(board.slots(blocker) & ~(1 << slot)):
        chain = board.chain(blocker, other, LONGEST_CHAIN)
        if chain is not None and board.swap(chain, slot, other):
            if board.open_slots(meeting) >> slot & 1 and board.try_place(meeting, slot):
                return True
            board.swap(chain, other, slot)
    return False


def _insert_where_full(board: Board, meeting: int) -> bool:
    """Both people are free in a slot that has no place left: move somebody else out of it."""
    first, second = board.pair(meeting)
    for slot in bits_of(board.slots(meeting) & ~(board.busy[first] | board.busy[second])):
        pools = [pool for pool in board.grid.pools[meeting] if not _has_place(board, pool, slot)]
        for other in _meetings_in(board, slot) if pools else ():
            helps = all(pool in board.grid.pools[other] for pool in pools)
            if helps and _give_way(board, meeting, other, slot):
                return True
    return False


def _has_place(board: Board, pool: int, slot: int) -> bool:
    return board.load[pool][slot] < board.grid.room[pool][slot]


def _meetings_in(board: Board, slot: int) -> list[int]:
    return [meeting for meeting, at in enumerate(board.slot_of) if at == slot]


def _give_way(board: Board, meeting: int, other: int, slot: int) -> bool:
    for target in bits_of(board.open_slots(other)):
        board.lift(other)
        if board.try_place(other, target):
            if board.try_place(meeting, slot):
                return True
            board.lift(other)
        board.place(other, slot)
    return False


def unplaced(board: Board) -> list[int]:
    return [meeting for meeting, slot in enumerate(board.slot_of) if slot == UNPLACED]
