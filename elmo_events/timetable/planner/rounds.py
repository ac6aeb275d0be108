"""Speed networking: who meets whom in each round, so that people meet new and useful others.

Rounds begin as those of the circle method (Kirkman 1847), in which no pair meets twice, and are then improved by
exchanging partners within a round (simulated annealing over 2-opt moves). Not proven best; compared with brute force on
small crowds.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import exp
from random import Random

from elmo_events.timetable.planner.deadline import Deadline

Pair = tuple[int, int]
Round = tuple[Pair, ...]

NEW = 10.0  # a pair that has never met counts as much as ten of the best matches
AGAIN = 0.5  # … one that has: a little more than nothing
SAT_OUT_AGAIN = 6.0  # the price of sitting out, times how often one has before
IMPOSSIBLE = -1e6
HOT, COLD = 4.0, 0.05
MOVES_PER_SEAT = 400
CHECK_EVERY = 256


@dataclass(frozen=True, slots=True)
class Crowd:
    """`score(a, b)` from 0 to 1. `met` pairs know each other already; `forbidden` ones never sit together.

    `places`: the most pairs in a round; who has no partner sits out, all about equally often. `away`: (person, round) of
    those who can't be there.
    """

    people: int
    score: Callable[[int, int], float]
    forbidden: Collection[frozenset[int]] = frozenset()
    met: Collection[frozenset[int]] = frozenset()
    places: int | None = None
    away: Collection[tuple[int, int]] = frozenset()


def rounds(crowd: Crowd, number: int, seed: int = 0, deadline: Deadline | None = None) -> tuple[Round, ...]:
    """So many rounds, each a list of pairs. The same seed gives the same rounds when the deadline is not reached."""
    if crowd.people < 2 or number < 1:  # noqa: PLR2004
        return ((),) * max(number, 0)
    search = _Search(crowd, number, Random(seed))
    search.run(deadline or Deadline(10.0))
    return tuple(search.pairs_of(seats, at) for at, seats in enumerate(search.best))


def worth(crowd: Crowd, plan: Sequence[Round]) -> float:
    """What the search maximises: new pairs, then good ones, and fair turns at sitting out."""
    held = Counter(_pair(*pair) for one in plan for pair in one)
    total = sum(_worth_of(crowd, pair, times) for pair, times in held.items())
    seated = Counter(person for one in plan for pair in one for person in pair)
    seated.update(person for person, _ in crowd.away)
    return total - sum(_price(len(plan) - seated[person]) for person in range(crowd.people))


def faults(crowd: Crowd, plan: Sequence[Round]) -> list[str]:
    """Everything that is wrong with rounds; an empty list means that they may be shown."""
    found = []
    for number, one in enumerate(plan, 1):
        seated = Counter(person for pair in one for person in pair)
        found += [f"Round {number}: {person} sits in {times} places." for person, times in seated.items() if times > 1]
        found += [f"Round {number}: there is no {person}." for person in seated if not 0 <= person < crowd.people]
        found += [f"Round {number}: {pair} may not meet." for pair in one if frozenset(pair) in crowd.forbidden]
        found += [f"Round {number}: {person} is away." for person in seated if (person, number - 1) in crowd.away]
        if crowd.places is not None and len(one) > crowd.places:
            found.append(f"Round {number}: {len(one)} pairs, {crowd.places} places.")
    return found


def _worth_of(crowd: Crowd, pair: Pair, times: int) -> float:
    """Of a pair that sits together so many times."""
    if not times:
        return 0.0
    if frozenset(pair) in crowd.met:
        return AGAIN * times
    return NEW + crowd.score(*pair) + AGAIN * (times - 1)


def _price(times: int) -> float:
    """Of sitting out so many times: the second time hurts more than the first."""
    return SAT_OUT_AGAIN * times * (times - 1) / 2


class _Search:
    """Seats come in pairs (2n, 2n + 1). Empty chairs are numbered after the people: whoever sits by one sits out."""

    def __init__(self, crowd: Crowd, number: int, random: Random) -> None:
        self.crowd, self.random = crowd, random
        places = crowd.people // 2 if crowd.places is None else min(crowd.places, crowd.people // 2)
        self.chairs = crowd.people + crowd.people - 2 * places
        self.plan = [self._turn(round_number) for round_number in range(number)]
        self._shuffle()
        self.held: Counter[Pair] = Counter()
        self.sat_out: Counter[int] = Counter()
        for at, seats in enumerate(self.plan):
            for pair in self._pairs(seats):
                self._count(pair, at, 1)
        self.known: dict[Pair, float] = {}
        self.total = 0.0
        self.best_total, self.best = 0.0, [seats.copy() for seats in self.plan]

    def run(self, deadline: Deadline) -> None:
        moves = MOVES_PER_SEAT * self.chairs * len(self.plan)
        for move in range(moves):
            if move % CHECK_EVERY == 0:
                if deadline.over():
                    return
                temperature = HOT * (COLD / HOT) ** max(move / moves, deadline.spent())
            self._move(temperature)

    def pairs_of(self, seats: Sequence[int], at: int) -> Round:
        """The pairs of people of a round, in order; those that may not meet sit out after all."""
        pairs = (pair for pair in self._pairs(seats) if all(self._is_here(one, at) for one in pair))
        return tuple(sorted(pair for pair in pairs if frozenset(pair) not in self.crowd.forbidden))

    def _turn(self, number: int) -> list[int]:
        """Everybody moves on by one chair, except the last."""
        circle = [(number + at) % (self.chairs - 1) for at in range(self.chairs - 1)]
        row = [self.chairs - 1, *circle]
        return [chair for at in range(self.chairs // 2) for chair in (row[at], row[-1 - at])]

    def _shuffle(self) -> None:
        names = list(range(self.chairs))
        self.random.shuffle(names)
        self.plan = [[names[chair] for chair in seats] for seats in self.plan]

    def _pairs(self, seats: Sequence[int]) -> list[Pair]:
        return [_pair(seats[at], seats[at + 1]) for at in range(0, len(seats), 2)]

    def _is_here(self, chair: int, at: int) -> bool:
        return chair < self.crowd.people and (chair, at) not in self.crowd.away

    def _move(self, temperature: float) -> None:
        """Two pairs of a round exchange partners, if that is better, or by chance."""
        at = int(self.random.random() * len(self.plan))
        seats = self.plan[at]
        first, second = (int(self.random.random() * len(seats)) for _ in range(2))
        if first // 2 == second // 2:
            return
        old = [_pair(seats[first], seats[first ^ 1]), _pair(seats[second], seats[second ^ 1])]
        new = [_pair(seats[second], seats[first ^ 1]), _pair(seats[first], seats[second ^ 1])]
        change = self._change(old, new, at)
        if change >= 0 or self.random.random() < exp(change / temperature):
            seats[first], seats[second] = seats[second], seats[first]
            self.total += change
            if self.total > self.best_total + 1e-9:
                self.best_total, self.best = self.total, [row.copy() for row in self.plan]
        else:
            self._change(new, old, at)

    def _change(self, old: list[Pair], new: list[Pair], at: int) -> float:
        """Takes pairs of a round apart and makes others of them; by how much that is better."""
        change = 0.0
        for pair in old:
            self._count(pair, at, -1)
            change -= self._marginal(pair, at)
        for pair in new:
            change += self._marginal(pair, at)
            self._count(pair, at, 1)
        return change

    def _here(self, pair: Pair, at: int) -> list[int]:
        return [chair for chair in pair if self._is_here(chair, at)]

    def _count(self, pair: Pair, at: int, by: int) -> None:
        here = self._here(pair, at)
        if len(here) == len(pair):
            self.held[pair] += by
        elif here:
            self.sat_out[here[0]] += by

    def _marginal(self, pair: Pair, at: int) -> float:
        """What it is worth that these two chairs are side by side, beside what is counted already."""
        if pair[0] >= self.crowd.people:
            return IMPOSSIBLE  # two empty chairs: more pairs than places
        here = self._here(pair, at)
        if len(here) < len(pair):
            return _price(self.sat_out[here[0]]) - _price(self.sat_out[here[0]] + 1) if here else 0.0
        if frozenset(pair) in self.crowd.forbidden:
            return IMPOSSIBLE / 1000
        if self.held[pair]:
            return AGAIN
        if pair not in self.known:
            self.known[pair] = _worth_of(self.crowd, pair, 1)
        return self.known[pair]


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
