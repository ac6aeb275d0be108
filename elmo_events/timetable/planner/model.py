"""The hard rules of a timetable as clauses: who meets whom when, for all or for some of the meetings.

After the model of Bofill et al. (JAIR 74, 2022) with their implied constraints: how often each person meets
(IC1), how many people meet per slot (IC2), and room counted over clusters of meetings that share a person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.formula import Formula
from elmo_events.timetable.planner.grid import Grid, bits_of


@dataclass(frozen=True, slots=True)
class Scope:
    """The meetings to be decided; all others stay where the board has them, or off it.

    `busy[person]`: slots taken by the others, as bits. `room[pool][slot]`: places the others leave. `sure`: meetings
    that must be held here, though the problem does not say so.
    """

    grid: Grid
    free: tuple[int, ...]
    busy: tuple[int, ...]
    room: tuple[tuple[int, ...], ...]
    fixed_slot: dict[int, int]
    sure: frozenset[int] = frozenset()


def whole(grid: Grid, sure: frozenset[int] = frozenset()) -> Scope:
    """All meetings are to be decided."""
    return Scope(grid, tuple(range(grid.meeting_count)), (0,) * grid.people_count, grid.room, {}, sure)


def part(board: Board, free: Iterable[int]) -> Scope:
    """Only these meetings are to be decided; those that have a slot keep one."""
    grid, wanted = board.grid, tuple(sorted(free))
    rest = {m: s for m, s in enumerate(board.slot_of) if s != UNPLACED}
    busy = list(board.busy)
    for meeting in wanted:
        slot = rest.pop(meeting, None)
        if slot is not None:
            for person in board.pair(meeting):
                busy[person] &= ~(1 << slot)
    sure = frozenset(meeting for meeting in wanted if board.slot_of[meeting] != UNPLACED)
    return Scope(grid, wanted, tuple(busy), _room_without(board, wanted), rest, sure)


def _room_without(board: Board, wanted: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Places left in each pool and slot when these meetings are taken out."""
    room = [
        [most - load for most, load in zip(*rows, strict=True)]
        for rows in zip(board.grid.room, board.load, strict=True)
    ]
    for meeting in wanted:
        slot = board.slot_of[meeting]
        if slot != UNPLACED:
            for pool in board.grid.pools[meeting]:
                room[pool][slot] += 1
    return tuple(map(tuple, room))


class Model:
    """Variables over a scope.

    `at[meeting]`: (option, slot, literal) of each possibility. `busy[person][slot]`: literal for "meets
    somebody then", missing when impossible. `placed[meeting]`: literal, or the constant `true`.
    """

    def __init__(self, scope: Scope, formula: Formula) -> None:
        self.scope, self.grid, self.formula = scope, scope.grid, formula
        self.true = formula.variable()
        formula.add(self.true)
        self.at = {meeting: self._possibilities(meeting) for meeting in scope.free}
        self.people = self._touched()
        self.of_person = self._by_person()
        self.placed = {meeting: self._placing(meeting) for meeting in scope.free}
        self.busy = {person: self._busy(person) for person in self.people}
        self._loads()
        self._rooms()
        self._rows()
        self._orders()

    def literals(self, meeting: int) -> list[int]:
        return [literal for _, _, literal in self.at[meeting]]

    def must_be_held(self, meeting: int) -> bool:
        asked = self.grid.problem.meetings[meeting]
        return meeting in self.scope.sure or asked.required or asked.pinned_slot is not None

    def demand(self, person: int) -> int:
        """How many of the meetings to be decided may involve a person."""
        return len({meeting for meeting, _, _ in self.of_person[person]})

    def _possibilities(self, meeting: int) -> list[tuple[int, int, int]]:
        scope, found = self.scope, []
        for number, option in enumerate(self.grid.options[meeting]):
            taken = scope.busy[option.pair[0]] | scope.busy[option.pair[1]]
            for slot in bits_of(option.slots & ~taken):
                if all(scope.room[pool][slot] > 0 for pool in self.grid.pools[meeting]):
                    found.append((number, slot, self.formula.variable()))
        return found

    def _touched(self) -> list[int]:
        options = (option for meeting in self.scope.free for option in self.grid.options[meeting])
        return sorted({person for option in options for person in option.pair})

    def _by_person(self) -> dict[int, list[tuple[int, int, int]]]:
        """(meeting, slot, literal) of each possibility of a person."""
        found: dict[int, list[tuple[int, int, int]]] = {person: [] for person in self.people}
        for meeting, possibilities in self.at.items():
            for option, slot, literal in possibilities:
                for person in self.grid.options[meeting][option].pair:
                    found[person].append((meeting, slot, literal))
        return found

    def _placing(self, meeting: int) -> int:
        literals = self.literals(meeting)
        self.formula.at_most_one(literals)
        if self.must_be_held(meeting):
            self.formula.add(*literals)
            return self.true
        return self.formula.any_of(literals) or -self.true

    def _busy(self, person: int) -> dict[int, int]:
        """One meeting per slot, and whether there is one."""
        found = {}
        by_slot: dict[int, list[int]] = {}
        for _, slot, literal in self.of_person[person]:
            by_slot.setdefault(slot, []).append(literal)
        for slot in range(self.grid.slot_count):
            literals = by_slot.get(slot, [])
            if self.scope.busy[person] >> slot & 1:
                found[slot] = self.true
            elif literals:
                self.formula.at_most_one(literals)
                found[slot] = self.formula.any_of(literals) or literals[0]
        return found

    def _loads(self) -> None:
        """How many meetings each person has: those that must be held (IC1), within their limits."""
        for person in self.people:
            literals = [literal for literal in self.busy[person].values() if literal != self.true]
            elsewhere = self.scope.busy[person].bit_count()
            asked = self.grid.problem.people[person]
            sure = sum(self._surely_with(person, m) for m in {m for m, _, _ in self.of_person[person]})
            self.formula.at_least(literals, max(sure, asked.least_meetings - elsewhere))
            self.formula.at_most(literals, min(self.grid.most[person] - elsewhere, self.demand(person)))
        self._least_of_the_untouched()

    def _surely_with(self, person: int, meeting: int) -> bool:
        options = self.grid.options[meeting]
        return self.placed[meeting] == self.true and all(person in option.pair for option in options)

    def _least_of_the_untouched(self) -> None:
        for person, asked in enumerate(self.grid.problem.people):
            if person not in self.busy and self.scope.busy[person].bit_count() < asked.least_meetings:
                self.formula.add()

    def _rooms(self) -> None:
        for pool in range(len(self.grid.room)):
            meetings = [m for m in self.scope.free if pool in self.grid.pools[m]]
            clusters = self._clusters(meetings)
            for slot in range(self.grid.slot_count):
                room = self.scope.room[pool][slot]
                groups = [self._cluster_at(cluster, slot) for cluster in clusters]
                self.formula.at_most([literal for literal in groups if literal is not None], room)
            if len(meetings) == len(self.scope.free):
                self._people_per_slot(pool)

    def _people_per_slot(self, pool: int) -> None:
        """Two people per place (IC2), where all meetings use this pool."""
        for slot in range(self.grid.slot_count):
            literals = [busy[slot] for busy in self.busy.values() if busy.get(slot, self.true) != self.true]
            self.formula.at_most(literals, 2 * self.scope.room[pool][slot])

    def _clusters(self, meetings: Sequence[int]) -> list[list[int]]:
        """Split meetings into groups that share a person, so that one of a group is held per slot at most."""
        of: dict[int, set[int]] = {}
        for meeting in meetings:
            options = self.grid.options[meeting]
            for person in options[0].pair if len(options) == 1 else ():
                of.setdefault(person, set()).add(meeting)
        left, clusters = set(meetings), []
        for person in sorted(of, key=lambda person: (-len(of[person]), person)):
            if group := sorted(of[person] & left):
                clusters.append(group)
                left.difference_update(group)
        return clusters + [[meeting] for meeting in sorted(left)]

    def _cluster_at(self, cluster: list[int], slot: int) -> int | None:
        return self.formula.any_of(
            [literal for meeting in cluster for _, at, literal in self.at[meeting] if at == slot]
        )

    def _rows(self) -> None:
        """Nobody meets in more slots in a row than they can stand."""
        for person in self.people:
            row = self.grid.row[person]
            for block in self.grid.blocks:
                slots = bits_of(block)
                for start in range(len(slots) - row):
                    window = [self.busy[person].get(slot) for slot in slots[start : start + row + 1]]
                    if None not in window:
                        self.formula.add(*(-literal for literal in window if literal is not None))

    def _orders(self) -> None:
        reached: dict[int, list[int]] = {}
        for earlier, later in self.grid.problem.precedences:
            inside = [meeting in self.at for meeting in (earlier, later)]
            if any(inside):
                self._order(earlier, self._done_by(earlier, reached), self._done_by(later, reached))

    def _done_by(self, meeting: int, known: dict[int, list[int]]) -> list[int]:
        """For each slot a literal for "held in this slot or before"."""
        if meeting not in known:
            known[meeting] = []
            fixed = self.scope.fixed_slot.get(meeting)
            for slot in range(self.grid.slot_count):
                here = [lit for _, at, lit in self.at.get(meeting, ()) if at == slot]
                here += [self.true] if fixed == slot else []
                before = known[meeting][-1:]
                known[meeting].append(self.formula.any_of([*before, *here]) or -self.true)
        return known[meeting]

    def _order(self, earlier: int, first: list[int], second: list[int]) -> None:
        """If both are held: whatever slot the later one is done by, the earlier one was done before it."""
        absent = -self.placed.get(earlier, self.true if earlier in self.scope.fixed_slot else -self.true)
        for slot in range(self.grid.slot_count):
            before = first[slot - 1] if slot else -self.true
            self.formula.add(-second[slot], before, absent)

    def slots_in(self, model: list[int]) -> dict[int, tuple[int, int]]:
        """(option, slot) of each decided meeting that is held, in a model of the formula."""
        return {
            meeting: (option, slot)
            for meeting, possibilities in self.at.items()
            for option, slot, literal in possibilities
            if model[literal - 1] > 0
        }
