"""The goals of a timetable as wishes over a model: literals that should be true, each with a weight."""

from dataclasses import dataclass, field
from fractions import Fraction

from elmo_events.timetable.planner.formula import Formula
from elmo_events.timetable.planner.grid import bits_of, breaks
from elmo_events.timetable.planner.model import Model
from elmo_events.timetable.planner.problem import Goal


@dataclass(slots=True)
class Day:
    """One person's day: `begun` breaks by the slot that ends them, and `waits` idle slots, as literals."""

    begun: list[int] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)


class Wishes:
    """Wishes of each goal. Adds what they need to the formula once, when they are first asked for."""

    def __init__(self, model: Model) -> None:
        self.model, self.formula = model, model.formula
        self.days = {person: self._day(person) for person in model.people}
        self._even_out()

    def of(self, goal: Goal) -> dict[int, int]:
        return {
            Goal.UNMOVED: self._unmoved,
            Goal.WEIGHT: self._weight,
            Goal.NOBODY_WITHOUT: self._nobody_without,
            Goal.SMALLEST_SHARE: self._smallest_share,
            Goal.BREAKS: self._breaks,
            Goal.IDLE_SLOTS: self._idle_slots,
            Goal.WORST_IDLE: self._worst_idle,
        }[goal]()

    def _unmoved(self) -> dict[int, int]:
        published = self.model.grid.problem.published or ()
        wishes: dict[int, int] = {}
        for meeting, slot in enumerate(published):
            if slot is not None and meeting in self.model.at:
                stays = self.formula.any_of([lit for _, at, lit in self.model.at[meeting] if at == slot])
                wish = -self.model.true if stays is None else stays
                wishes[wish] = wishes.get(wish, 0) + 1
        return wishes

    def _weight(self) -> dict[int, int]:
        meetings = self.model.grid.problem.meetings
        wishes: dict[int, int] = {}
        for meeting, literal in self.model.placed.items():
            if literal != self.model.true and meetings[meeting].weight:
                wishes[literal] = wishes.get(literal, 0) + meetings[meeting].weight
        return wishes

    def _asked_of(self) -> dict[int, list[int]]:
        """The meetings each person was asked to, by themselves."""
        found: dict[int, list[int]] = {}
        for meeting in self.model.scope.free:
            for person in self.model.grid.problem.meetings[meeting].people:
                found.setdefault(person, []).append(meeting)
        return found

    def _nobody_without(self) -> dict[int, int]:
        wishes: dict[int, int] = {}
        for meetings in self._asked_of().values():
            literals = sorted({self.model.placed[meeting] for meeting in meetings})
            if self.model.true not in literals:
                some = self.formula.any_of(literals) or -self.model.true
                wishes[some] = wishes.get(some, 0) + 1
        return wishes

    def _smallest_share(self) -> dict[int, int]:
        """One wish per share that anybody could have: "everybody has at least this share"."""
        counts = {}
        for person, meetings in self._asked_of().items():
            literals = [self.model.placed[meeting] for meeting in meetings]
            if set(literals) != {self.model.true}:
                counts[person] = self.formula.ordered(literals)
        shares = {Fraction(n, len(row)) for row in counts.values() for n in range(1, len(row) + 1)}
        wishes, lower = {}, None
        for share in sorted(shares):
            wish = self.formula.variable()
            for row in counts.values():
                self.formula.add(-wish, row[-(-share.numerator * len(row) // share.denominator) - 1])
            if lower is not None:
                self.formula.add(-wish, lower)
            wishes[wish], lower = 1, wish
        return wishes

    def _breaks(self) -> dict[int, int]:
        return {-literal: 1 for day in self.days.values() for literal in day.begun}

    def _idle_slots(self) -> dict[int, int]:
        self._add_waits()
        return {-literal: 1 for day in self.days.values() for literal in day.waits}

    def _worst_idle(self) -> dict[int, int]:
        """One wish per length: "nobody waits so many slots or more"."""
        self._add_waits()
        rows = [self.formula.ordered(day.waits) for day in self.days.values() if day.waits]
        wishes, longer = {}, None
        for count in range(max(map(len, rows), default=0), 0, -1):
            wish = self.formula.variable()
            for row in rows:
                if count <= len(row):
                    self.formula.add(-wish, -row[count - 1])
            if longer is not None:
                self.formula.add(-wish, longer)
            wishes[wish], longer = 1, wish
        return wishes

    def _day(self, person: int) -> Day:
        day = Day()
        for block in self.model.grid.blocks:
            begun: int | None = None
            for slot in bits_of(block):
                meets = self.model.busy[person].get(slot)
                before = self.model.busy[person].get(slot - 1)  # begun says that it is in this block
                if meets is not None and begun is not None:
                    day.begun.append(_break_ends(self.formula, begun, before, meets))
                if meets is not None:
                    begun = meets if begun is None else self.formula.any_of([begun, meets])
        return day

    def _add_waits(self) -> None:
        for person, day in self.days.items():
            if not day.waits:
                day.waits = [wait for block in self.model.grid.blocks for wait in self._waits(person, block)]

    def _waits(self, person: int, block: int) -> list[int]:
        """Idle slots of a block: somebody was met before, somebody will be met after."""
        busy, slots = self.model.busy[person], bits_of(block)
        before = self._sweep(busy, slots)
        after = self._sweep(busy, slots[::-1])
        found = []
        for slot in slots:
            if slot in before and slot in after:
                idle = [-busy[slot]] if slot in busy else []
                found.append(self.formula.all_of([before[slot], after[slot], *idle]))
        return found

    def _sweep(self, busy: dict[int, int], slots: list[int]) -> dict[int, int]:
        """For each slot, "met somebody in an earlier one" in the order given."""
        found: dict[int, int] = {}
        seen: int | None = None
        for slot in slots:
            if seen is not None:
                found[slot] = seen
            if slot in busy:
                seen = busy[slot] if seen is None else self.formula.any_of([seen, busy[slot]])
        return found

    def _even_out(self) -> None:
        """Breaks of two people differ by no more than the problem allows.

        Level k says that everybody has k breaks at least; then nobody has more than k plus the difference.
        """
        difference = self.model.grid.problem.most_uneven_breaks
        if difference is None:
            return
        highest = self._most_that_everybody_has()
        if highest == 0:
            for day in self.days.values():
                self.formula.at_most(day.begun, difference)
        else:
            self._levels(highest, difference)

    def _levels(self, highest: int, difference: int) -> None:
        rows = [self.formula.ordered(day.begun) for day in self.days.values()]
        level = self.model.true
        for lowest in range(highest + 1):
            above = self.formula.variable() if lowest < highest else -self.model.true
            for row in rows:
                if lowest + difference < len(row):
                    self.formula.add(-level, above, -row[lowest + difference])
                if lowest < highest:
                    self.formula.add(-above, row[lowest])
            level = above

    def _most_that_everybody_has(self) -> int:
        """A number of breaks that somebody cannot exceed, whatever the timetable."""
        most = (self._most_breaks(person) for person in self.days)
        highest = min(most, default=0)
        outside = len(self.days) < self.model.grid.people_count
        return min(highest, self._lowest_elsewhere()) if outside else highest

    def _most_breaks(self, person: int) -> int:
        meetings = self.model.demand(person) + self.model.scope.busy[person].bit_count()
        return min(len(self.days[person].begun), max(0, meetings - 1))

    def _lowest_elsewhere(self) -> int:
        grid, scope = self.model.grid, self.model.scope
        outside = (p for p in range(grid.people_count) if p not in self.days)
        return min((breaks(scope.busy[p], grid.blocks) for p in outside), default=0)


def _break_ends(formula: Formula, begun: int, before: int | None, meets: int) -> int:
    """True exactly when somebody meets who has met before in this block, but not in the slot before."""
    return formula.all_of([begun, meets] if before is None else [begun, meets, -before])
