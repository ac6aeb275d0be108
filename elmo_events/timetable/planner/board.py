"""A timetable being made: who is busy when, and the moves that keep every hard rule."""

from collections.abc import Iterable

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.grid import Grid, bits_of, longest_row

UNPLACED = -1


class Board:
    """`slot_of[meeting]` (or UNPLACED), `option_of[meeting]`, `busy[person]` as bits, `at[person]` by slot,
    `load[pool][slot]`. A meeting's people are those of its option."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.slot_of = [UNPLACED] * grid.meeting_count
        self.option_of = [0] * grid.meeting_count
        self.busy = [0] * grid.people_count
        self.at: list[dict[int, int]] = [{} for _ in range(grid.people_count)]
        self.load = [[0] * grid.slot_count for _ in grid.room]

    def pair(self, meeting: int) -> tuple[int, int]:
        return self.grid.options[meeting][self.option_of[meeting]].pair

    def slots(self, meeting: int) -> int:
        return self.grid.options[meeting][self.option_of[meeting]].slots

    def place(self, meeting: int, slot: int) -> None:
        """Write a meeting into a slot, whatever the rules say."""
        self.slot_of[meeting] = slot
        for person in self.pair(meeting):
            self.busy[person] |= 1 << slot
            self.at[person][slot] = meeting
        for pool in self.grid.pools[meeting]:
            self.load[pool][slot] += 1

    def lift(self, meeting: int) -> int:
        """Take a meeting off the board; the slot it was in."""
        slot = self.slot_of[meeting]
        self.slot_of[meeting] = UNPLACED
        for person in self.pair(meeting):
            self.busy[person] &= ~(1 << slot)
            self.at[person].pop(slot, None)
        for pool in self.grid.pools[meeting]:
            self.load[pool][slot] -= 1
        return slot

    def full(self, meeting: int, slot: int) -> bool:
        return any(self.load[pool][slot] >= self.grid.room[pool][slot] for pool in self.grid.pools[meeting])

    def open_slots(self, meeting: int) -> int:
        """The slots, as bits, in which the people of a meeting are free and a place is left."""
        first, second = self.pair(meeting)
        mask = self.slots(meeting) & ~(self.busy[first] | self.busy[second])
        for slot in bits_of(mask):
            if self.full(meeting, slot):
                mask ^= 1 << slot
        return mask

    def has_appetite(self, meeting: int) -> bool:
        """Whether neither person has as many meetings as they may have."""
        return all(self.busy[p].bit_count() < self.grid.most[p] for p in self.pair(meeting))

    def keeps_order(self, meeting: int) -> bool:
        """Whether the precedences of a meeting hold where it stands."""
        slot = self.slot_of[meeting]
        for other in self.grid.earlier.get(meeting, ()):
            if self.slot_of[other] != UNPLACED and self.slot_of[other] >= slot:
                return False
        for other in self.grid.later.get(meeting, ()):
            if self.slot_of[other] != UNPLACED and self.slot_of[other] <= slot:
                return False
        return True

    def keeps_rows(self, people: Iterable[int]) -> bool:
        """Whether nobody of these has too many meetings in a row."""
        row, blocks = self.grid.row, self.grid.blocks
        return all(row[p] >= self.busy[p].bit_count() or longest_row(self.busy[p], blocks) <= row[p] for p in people)

    def try_place(self, meeting: int, slot: int) -> bool:
        """Place a meeting in an open slot if order and rows allow it."""
        self.place(meeting, slot)
        if self.keeps_order(meeting) and self.keeps_rows(self.pair(meeting)):
            return True
        self.lift(meeting)
        return False

    def chain(self, meeting: int, slot: int, longest: int) -> list[int] | None:
        """The meetings that change between two slots when this one goes to `slot` (a Kempe component).

        None when a member may not change, or the chain is longer than `longest`.
        """
        here = self.slot_of[meeting]
        chain, seen, position = [meeting], {meeting}, 0
        while position < len(chain):
            member = chain[position]
            position += 1
            target = slot if self.slot_of[member] == here else here
            if not self.slots(member) >> target & 1:
                return None
            for person in self.pair(member):
                other = self.at[person].get(target)
                if other is not None and other not in seen:
                    if len(chain) >= longest:
                        return None
                    seen.add(other)
                    chain.append(other)
        return chain

    def swap(self, chain: list[int], here: int, there: int) -> bool:
        """Exchange two slots for the meetings of a chain; undone (False) when a rule would break."""
        self._exchange(chain, here, there)
        people = {person for member in chain for person in self.pair(member)}
        ordered = not self.grid.problem.precedences or all(map(self.keeps_order, chain))
        if ordered and self._has_room(chain, here, there) and self.keeps_rows(people):
            return True
        self._exchange(chain, here, there)
        return False

    def _exchange(self, chain: list[int], here: int, there: int) -> None:
        moves = [(member, there if self.lift(member) == here else here) for member in chain]
        for member, slot in moves:
            self.place(member, slot)

    def _has_room(self, chain: list[int], here: int, there: int) -> bool:
        room, load = self.grid.room, self.load
        pools = {pool for member in chain for pool in self.grid.pools[member]}
        return all(load[pool][slot] <= room[pool][slot] for pool in pools for slot in (here, there))

    def copy(self) -> "Board":
        twin = Board(self.grid)
        twin.option_of = self.option_of.copy()
        for meeting, slot in enumerate(self.slot_of):
            if slot != UNPLACED:
                twin.place(meeting, slot)
        return twin

    def timetable(self) -> Timetable:
        """The times and people on the board; locations are given later."""
        placed = [slot != UNPLACED for slot in self.slot_of]
        return Timetable(
            slots=tuple(slot if there else None for slot, there in zip(self.slot_of, placed, strict=True)),
            pairs=tuple(self.pair(m) if there else None for m, there in enumerate(placed)),
            locations=(None,) * len(placed),
        )
