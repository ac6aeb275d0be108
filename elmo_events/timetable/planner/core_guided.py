"""Proves the least weight of broken wishes, core by core (OLL: Andres et al. 2012, Morgado et al. 2014).

A core is a set of wishes that cannot all hold. Each raises the bound and is replaced by a counter whose
outputs become wishes in its place; when all remaining wishes hold at once, bound and answer meet.
"""

from collections.abc import Callable, Iterable, Sequence

from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.formula import Counter, Formula

CONFLICTS_TO_SHRINK = 1000
CONFLICTS_FOR_A_HINT = 100
TRIMS = 5
LONGEST_TO_SHRINK = 120


class CoreGuided:
    """Minimises the weight of wishes (literals) that are false, over a formula.

    `bound` is proven at any time. `model` holds the best answer met so far, `cost` its weight.
    """

    def __init__(
        self,
        formula: Formula,
        wishes: dict[int, int],
        deadline: Deadline,
        bound_rose: Callable[[int], None] = lambda _: None,
        found: Callable[[list[int]], None] = lambda _: None,
    ) -> None:
        self.formula, self.deadline = formula, deadline
        self.wishes = dict(wishes)
        self.asked = dict(wishes)
        self.bound_rose, self.found = bound_rose, found
        self.counters: dict[int, tuple[Counter, int]] = {}
        self.bound = 0
        self.cost: int | None = None
        self.model: list[int] | None = None
        self.uncounted: list[tuple[list[int], int]] = []

    def run(self, good_enough: int | None = None, hints: Iterable[Sequence[int]] = ()) -> bool:
        """Work until proven. False: the hard clauses alone cannot hold. Raises OutOfTimeError.

        Stops early, with the bound it has, when the bound reaches `good_enough`. `hints`: sets of wishes that probably
        cannot all hold.
        """
        for hint in hints:
            self._take_hint([wish for wish in hint if wish in self.wishes])
        if self._proven(good_enough):
            return True
        least = max(self.wishes.values(), default=0)
        while True:
            if not self._cores_of(least, good_enough):
                return False
            if self._proven(good_enough):
                return True
            least = self._next_level(least)
            if least == 0:
                return True

    def harden(self) -> None:
        """Make every answer from now on as good as the bound just proven."""
        self._count_all()
        for wish in self.wishes:
            self.formula.add(wish)

    def _proven(self, good_enough: int | None) -> bool:
        done = self.cost is not None and self.cost <= self.bound
        return done or (good_enough is not None and self.bound >= good_enough)

    def _take_hint(self, wishes: list[int]) -> None:
        """A small core costs little to find; the search for cores among all wishes begins with large ones."""
        if not wishes or self.deadline.over():
            return
        if self.formula.solve_briefly(wishes, CONFLICTS_FOR_A_HINT) is False and (core := self.formula.core()):
            core = self._shrink(core)
            self.uncounted.append((core, self._pay(core)))

    def _next_level(self, least: int) -> int:
        """The next smaller weight worth adding (stratification: heavy wishes first)."""
        lighter = [weight for weight in self.wishes.values() if weight < least]
        return max([weight for weight in lighter if weight <= least // 2] or lighter, default=0)

    def _cores_of(self, least: int, good_enough: int | None) -> bool:
        """Find cores among wishes of this weight or more until they hold. False: nothing can hold."""
        while True:
            active = self._active(least)
            while not self.formula.solve(active, self.deadline):
                core = self._shrink(self.formula.core())
                if not core:
                    return False
                self.uncounted.append((core, self._pay(core)))
                if self._proven(good_enough):
                    return True
                active = self._active(least)
            self._keep_model()
            if not self.uncounted or self._proven(good_enough):
                return True
            self._count_all()

    def _count_all(self) -> None:
        waiting, self.uncounted = self.uncounted, []
        for core, weight in waiting:
            self._count(core, weight)

    def _active(self, least: int) -> list[int]:
        return [wish for wish, weight in self.wishes.items() if weight >= least]

    def _keep_model(self) -> None:
        model = self.formula.model()
        cost = sum(weight for wish, weight in self.asked.items() if not _holds(model, wish))
        if self.cost is None or cost < self.cost:
            self.cost, self.model = cost, model
            self.found(model)

    def _shrink(self, core: list[int]) -> list[int]:
        """Leave out what is not needed, with little effort."""
        for _ in range(TRIMS):
            if len(core) <= 1 or self.formula.solve_briefly(core, CONFLICTS_TO_SHRINK) is not False:
                break
            smaller = self.formula.core()
            if len(smaller) >= len(core):
                break
            core = smaller
        return self._minimise(core) if len(core) <= LONGEST_TO_SHRINK else core

    def _minimise(self, core: list[int]) -> list[int]:
        needed: list[int] = []
        candidates = sorted(core, key=lambda wish: (self.wishes.get(wish, 0), abs(wish)))
        while candidates and not self.deadline.over():
            wish = candidates.pop()
            answer = self.formula.solve_briefly(needed + candidates, CONFLICTS_TO_SHRINK)
            if answer is False:
                kept = set(self.formula.core())
                candidates = [other for other in candidates if other in kept]
            else:
                needed.append(wish)
        return needed + candidates

    def _pay(self, core: list[int]) -> int:
        """Raise the bound by the lightest wish of a core and lower the weight of all of them."""
        weight = min(self.wishes[wish] for wish in core)
        for wish in core:
            self.wishes[wish] -= weight
            if not self.wishes[wish]:
                del self.wishes[wish]
        self._raise(weight)
        return weight

    def _raise(self, weight: int) -> None:
        self.bound += weight
        self.bound_rose(self.bound)

    def _count(self, core: list[int], weight: int) -> None:
        """Put a counter in the place of a core, and the next count in the place of each count in it."""
        for wish in core:
            if wish in self.counters:
                counter, most = self.counters[wish]
                self._wish_for(counter, most + 1, weight)
        if len(core) == 1:
            self.formula.add(-core[0])
            return
        self.formula.add(*(-wish for wish in core))
        counter = self.formula.counter([-wish for wish in core], 1)
        self._wish_for(counter, self._exhaust(counter, weight), weight)

    def _exhaust(self, counter: Counter, weight: int) -> int:
        """How many of a core must break at least, as far as little effort tells."""
        most = 1
        while (literal := counter.at_most(most)) is not None and not self._proven(None):
            if self.formula.solve_briefly([literal], CONFLICTS_TO_SHRINK) is not False:
                break
            self.formula.add(-literal)
            self._raise(weight)
            most += 1
        return most

    def _wish_for(self, counter: Counter, most: int, weight: int) -> None:
        literal = counter.at_most(most)
        if literal is not None:
            self.counters[literal] = (counter, most)
            self.wishes[literal] = self.wishes.get(literal, 0) + weight


def _holds(model: list[int], literal: int) -> bool:
    return model[abs(literal) - 1] == literal
