"""Which meetings to try first when not all can be held, and a bound on the weight that can.

The bound is the Lagrangian dual of the weighted b-matching (people's limits and places in all), improved by
subgradient steps (Held, Wolfe, Crowder 1974): any multipliers give a valid bound.
"""

from dataclasses import dataclass
from math import floor

from elmo_events.timetable.planner.grid import Grid

STEPS = 120


@dataclass(frozen=True, slots=True)
class Selection:
    """`order`: all meetings, most promising first. `most_weight`: no timetable schedules more."""

    order: list[int]
    most_weight: int
    everything_fits: bool


def select(grid: Grid) -> Selection:
    """Rank meetings by weight less the price of their people's time."""
    meetings = grid.problem.meetings
    holdable = [m for m, options in enumerate(grid.options) if any(option.slots for option in options)]
    prices = _Prices(grid, holdable)
    total = sum(meetings[m].weight for m in holdable)
    if prices.everything_fits():
        return Selection(holdable, total, True)
    most = min(total, prices.improve(STEPS))
    sure = [m.required or m.pinned_slot is not None for m in meetings]
    order = sorted(holdable, key=lambda m: (not sure[m], -prices.reduced(m), -meetings[m].weight, m))
    return Selection(order, most, False)


class _Prices:
    """A price per person (their slots are few) and one for a place at all (places are few)."""

    def __init__(self, grid: Grid, holdable: list[int]) -> None:
        self.meetings, self.holdable = grid.problem.meetings, holdable
        self.limit = self._limits(grid)
        self.places = self._places(grid)
        self.payers = {m: grid.options[m][0].pair if len(grid.options[m]) == 1 else () for m in holdable}
        self.price = [0.0] * grid.people_count
        self.place_price = 0.0

    def _limits(self, grid: Grid) -> list[int]:
        reach = [0] * grid.people_count
        for meeting in self.holdable:
            for option in grid.options[meeting]:
                for person in option.pair:
                    reach[person] |= option.slots
        return [min(most, slots.bit_count()) for most, slots in zip(grid.most, reach, strict=True)]

    def _places(self, grid: Grid) -> int:
        """Places in all, if every meeting needs one of the same pool."""
        shared = set.intersection(*(set(grid.pools[m]) for m in self.holdable)) if self.holdable else set()
        return min((sum(grid.room[pool]) for pool in shared), default=len(self.holdable))

    def everything_fits(self) -> bool:
        load = [0] * len(self.limit)
        for meeting in self.holdable:
            for person in self.payers[meeting]:
                load[person] += 1
        within = all(used <= limit for used, limit in zip(load, self.limit, strict=True))
        return within and len(self.holdable) <= self.places

    def reduced(self, meeting: int) -> float:
        """The weight of a meeting less the prices it pays; a meeting with stand-ins pays none for people."""
        people = sum(self.price[person] for person in self.payers[meeting])
        return float(self.meetings[meeting].weight) - people - self.place_price

    def improve(self, steps: int) -> int:
        """The best bound over so many steps; leaves the prices that gave it."""
        best, kept = float("inf"), (self.price.copy(), self.place_price)
        for step in range(steps):
            taken = [m for m in self.holdable if self.reduced(m) > 0]
            bound = self._bound(taken)
            if bound < best:
                best, kept = bound, (self.price.copy(), self.place_price)
            self._step(taken, self._pace(step))
        self.price, self.place_price = kept
        return floor(best + 1e-6)

    def _pace(self, step: int) -> float:
        heaviest = max((self.meetings[m].weight for m in self.holdable), default=1)
        return float(0.3 * heaviest / (1 + step) ** 0.7)

    def _bound(self, taken: list[int]) -> float:
        paid = sum(price * limit for price, limit in zip(self.price, self.limit, strict=True))
        return sum(map(self.reduced, taken)) + paid + self.place_price * self.places

    def _step(self, taken: list[int], pace: float) -> None:
        """Raise the price of whoever is wanted too much, lower the others."""
        load = [0] * len(self.limit)
        for meeting in taken:
            for person in self.payers[meeting]:
                load[person] += 1
        for person, (used, limit) in enumerate(zip(load, self.limit, strict=True)):
            excess = (used - limit) / max(1, limit)
            self.price[person] = max(0.0, self.price[person] + pace * max(-1.0, min(1.0, excess)))
        excess = (len(taken) - self.places) / max(1, self.places)
        self.place_price = max(0.0, self.place_price + pace * max(-1.0, min(1.0, excess)))
