"""Why a meeting found no slot in a timetable that is there: whom, which slots."""

from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.grid import bits_of
from elmo_events.timetable.planner.sayings import Code, Saying


def waiting_reasons(board: Board) -> tuple[Saying, ...]:
    """One saying for each meeting without a slot, in the order of the meetings."""
    return tuple(waiting_reason(board, meeting) for meeting, slot in enumerate(board.slot_of) if slot == UNPLACED)


def waiting_reason(board: Board, meeting: int) -> Saying:
    """The first reason that holds, the simplest first. A team that may stand in is judged by the people asked."""
    pair = board.grid.problem.meetings[meeting].people
    options = [option for option in board.grid.options[meeting] if option.pair == pair]
    if not options:
        return Saying(Code.MAY_NOT_MEET, pairs=(pair,), meetings=(meeting,))
    if not options[0].slots:
        return Saying(Code.NO_COMMON_SLOT, pairs=(pair,), meetings=(meeting,))
    return _of_full_days(board, meeting, pair, options[0].slots)


def _of_full_days(board: Board, meeting: int, pair: tuple[int, int], slots: int) -> Saying:
    for person in pair:
        most = board.grid.problem.people[person].most_meetings
        if most is not None and board.busy[person].bit_count() >= most:
            return Saying(Code.ENOUGH_MEETINGS, (person,), (pair,), meetings=(meeting,), numbers={"most": most})
    free = slots & ~(board.busy[pair[0]] | board.busy[pair[1]])
    if free:
        full = all(board.full(meeting, slot) for slot in bits_of(free))
        code = Code.TABLES_TAKEN if full else Code.IN_A_ROW
        return Saying(code, pairs=(pair,), slots=tuple(bits_of(free)), meetings=(meeting,))
    for person in pair:
        if slots & ~board.busy[person] == 0:
            return Saying(Code.ALWAYS_BUSY, (person,), (pair,), tuple(bits_of(slots)), (meeting,))
    return Saying(Code.NEVER_FREE_TOGETHER, pairs=(pair,), slots=tuple(bits_of(slots)), meetings=(meeting,))
