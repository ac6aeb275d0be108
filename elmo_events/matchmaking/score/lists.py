"""Everybody's list of recommended people at once: good for each, and nobody in too many lists or in too few.

Who appears in many lists gets a price, who appears in few a bonus; both are learned in some rounds. Then people choose in
turns, one at a time, what is best for them after the price and unlike what they have already chosen. At the end, those who
are still in too few lists take the places of others who can spare one.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from elmo_events.matchmaking.score.comparison import Scored
from elmo_events.matchmaking.score.explain import explained
from elmo_events.matchmaking.score.index import Index
from elmo_events.matchmaking.score.people import Key
from elmo_events.matchmaking.score.reasons import Match

MOST, MOST_LISTS, LEAST_LISTS = 10, 15, 3
CHANCES = 10  # in how many lists somebody is a candidate at least
CANDIDATES = 40  # of each person, that can come into their list; more is slower and hardly better
ROUNDS, FIRST_STEP = 15, 3.0  # of learning the prices, which are in points
SAMENESS = 6.0  # points taken off somebody who is just like one who is in the list already
SAME_THEMES, SAME_REGION = 0.7, 0.3

Allowed = Callable[[Key, Key], bool]
Candidates = dict[Key, dict[Key, Scored]]


@dataclass(frozen=True)
class Limits:
    """How long a list is, and in how many lists somebody may, and should, appear."""

    most: int = MOST
    most_lists: int = MOST_LISTS
    least_lists: int = LEAST_LISTS


def everybody(first: Key, second: Key) -> bool:
    """The rule of an event without rules."""
    return True


def lists(index: Index, allowed: Allowed = everybody, limits: Limits | None = None) -> dict[Key, list[Match]]:
    """A list for everybody of the index, best first. `allowed(reader, other)` says who may be in whose list."""
    limits = limits or Limits()
    candidates = _candidates(index, allowed)
    prices = _prices(candidates, limits)
    chosen = _Draft(index, candidates, prices, limits).chosen()
    return {reader: _explained(index, reader, candidates[reader], keys) for reader, keys in chosen.items()}


def _candidates(index: Index, allowed: Allowed) -> Candidates:
    """The best for everybody, and those for whom somebody would be the best: so that everybody has a chance somewhere.

    The score is the same for both of a pair, so that each pair is looked at once.
    """
    keys = sorted(index)
    best: dict[Key, list[tuple[float, Key, Scored]]] = {key: [] for key in keys}
    for place, reader in enumerate(keys, start=1):
        for scored in index.comparison(reader).scored(keys[place:]):
            other = scored.other
            if scored.worth >= _last(best[reader]) and allowed(reader, other):
                _keep(best[reader], scored)
            if scored.worth_to_other >= _last(best[other]) and allowed(other, reader):
                _keep(best[other], scored.seen_by_other(reader))
    found = {reader: {match.other: match for *_, match in own} for reader, own in best.items()}
    for reader, own in best.items():
        for *_, match in heapq.nlargest(CHANCES, own):
            if allowed(match.other, reader):
                found[match.other].setdefault(reader, match.seen_by_other(reader))
    return found


def _last(own: list[tuple[float, Key, Scored]]) -> float:
    """What somebody must be worth to come among the candidates."""
    return own[0][0] if len(own) >= CANDIDATES else 0.0


def _keep(own: list[tuple[float, Key, Scored]], match: Scored) -> None:
    heapq.heappush(own, (match.worth, -match.other, match))
    if len(own) > CANDIDATES:
        heapq.heappop(own)


def _prices(candidates: Candidates, limits: Limits) -> dict[Key, float]:
    """What somebody costs: those whom too many choose become dear, those whom nobody chooses are given a bonus."""
    prices = dict.fromkeys(candidates, 0.0)
    scores = [[(match.worth, key) for key, match in own.items()] for own in candidates.values()]
    for turn in range(ROUNDS):
        demand: Counter[Key] = Counter()
        for own in scores:
            dearest = sorted([(prices[key] - worth, key) for worth, key in own])
            demand.update([key for _, key in dearest[: limits.most]])
        step = FIRST_STEP / (1 + turn / 4)
        for key, price in prices.items():
            if demand[key] > limits.most_lists:
                prices[key] = price + step * min(1.0, demand[key] / limits.most_lists - 1)
            elif demand[key] < limits.least_lists:
                prices[key] = price - step * (1 - demand[key] / limits.least_lists)
            elif price < 0 and demand[key] > limits.least_lists:
                prices[key] = min(0.0, price + step / 4)
            elif price > 0 and demand[key] < limits.most_lists:
                prices[key] = max(0.0, price - step / 4)
    return prices


class _Draft:
    """People choose in turns, like the captains of teams."""

    def __init__(self, index: Index, candidates: Candidates, prices: Mapping[Key, float], limits: Limits) -> None:
        self._candidates, self._prices, self._limits = candidates, prices, limits
        self._company = Company(index)
        self._lists: dict[Key, list[Key]] = {key: [] for key in candidates}
        self._penalties: dict[Key, dict[Key, float]] = {key: {} for key in candidates}
        self._appearances: Counter[Key] = Counter()

    def chosen(self) -> dict[Key, list[Key]]:
        for turn in range(self._limits.most):
            order = sorted(self._lists, key=self._so_far, reverse=bool(turn % 2))
            for reader in order:
                self._choose(reader)
        self._help_those_in_few_lists()
        return {reader: self._in_order(reader) for reader in self._lists}

    def _so_far(self, reader: Key) -> tuple[float, Key]:
        return sum(self._candidates[reader][key].worth for key in self._lists[reader]), reader

    def _choose(self, reader: Key) -> None:
        taken, penalties = set(self._lists[reader]), self._penalties[reader]
        best, worth = None, float("-inf")
        for key, match in self._candidates[reader].items():
            if key in taken or self._appearances[key] >= self._limits.most_lists:
                continue
            value = match.worth - self._prices[key] - penalties.get(key, 0.0)
            if value > worth:
                best, worth = key, value
        if best is not None:
            self._take(reader, best)

    def _take(self, reader: Key, other: Key) -> None:
        self._lists[reader].append(other)
        self._appearances[other] += 1
        penalties = self._penalties[reader]
        for key in self._candidates[reader]:
            penalty = SAMENESS * self._company.sameness(key, other)
            if penalty > penalties.get(key, 0.0):
                penalties[key] = penalty

    def _help_those_in_few_lists(self) -> None:
        """Somebody in too few lists takes, where they fit best, the place of the weakest who can spare it."""
        chances: dict[Key, list[tuple[float, Key]]] = {key: [] for key in self._lists}
        for reader, own in self._candidates.items():
            for key, match in own.items():
                chances[key].append((-match.worth, reader))
        for key in sorted(self._lists, key=lambda key: (len(chances[key]), key)):
            for _, reader in sorted(chances[key]):
                if self._appearances[key] >= self._limits.least_lists:
                    break
                if key not in self._lists[reader]:
                    self._squeeze_in(reader, key)

    def _squeeze_in(self, reader: Key, key: Key) -> None:
        own = self._lists[reader]
        if len(own) >= self._limits.most:
            scores = self._candidates[reader]
            spare = [other for other in own if self._appearances[other] > self._limits.least_lists]
            if not spare:
                return
            weakest = min(spare, key=lambda other: (scores[other].worth, -other))
            own.remove(weakest)
            self._appearances[weakest] -= 1
        own.append(key)
        self._appearances[key] += 1

    def _in_order(self, reader: Key) -> list[Key]:
        """Best first, but different ones before more of the same (maximal marginal relevance)."""
        left, ordered = set(self._lists[reader]), list[Key]()
        scores = self._candidates[reader]
        while left:
            best = max(
                left,
                key=lambda key: (
                    scores[key].worth
                    - SAMENESS * max((self._company.sameness(key, other) for other in ordered), default=0.0),
                    -key,
                ),
            )
            left.remove(best)
            ordered.append(best)
        return ordered


class Company:
    """How alike two people are as company: the same themes and the same region. Themes are kept as bits."""

    def __init__(self, index: Index) -> None:
        bits: dict[str, int] = {}
        self._themes: dict[Key, int] = {}
        self._places: dict[Key, tuple[str, str]] = {}
        for key, entry in index.entries.items():
            self._places[key] = entry.place
            self._themes[key] = sum(1 << bits.setdefault(theme, len(bits)) for theme in entry.brings)

    def sameness(self, first: Key, second: Key) -> float:
        """From 0 to 1."""
        themes, others = self._themes[first], self._themes[second]
        common = (themes & others).bit_count() / (themes | others).bit_count() if themes or others else 0.0
        place = self._places[first]
        return SAME_THEMES * common + (SAME_REGION if place[0] and place == self._places[second] else 0.0)


def _explained(index: Index, reader: Key, scored: Mapping[Key, Scored], keys: list[Key]) -> list[Match]:
    return [explained(index, index.entries[reader], scored[key]) for key in keys]
