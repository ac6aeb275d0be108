"""An inverted index: for each concept and word, the texts that hold it. Answers how alike a text is to all of them."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from elmo_events.matchmaking.score.facts import Facts

CONCEPTS, TERMS = 0.5, 0.3  # how much concepts and words count in the likeness of two texts
STALE_SHARE, SMALL = 0.1, 1_000  # a large index counts rarity anew only when so many texts have come or gone
MOST_COMMON = 0.5  # a word that is in more than half of many texts tells nothing
FEW_TEXTS = 20

Vector = dict[str, float]
Name = TypeVar("Name", bound=Hashable)


class Rarity:
    """How much a concept or word tells: the rarer among all texts, the more."""

    def __init__(self) -> None:
        self._holders: Counter[str] = Counter()
        self._texts = 0
        self.changes = 0

    def count(self, facts: Facts, by: int = 1) -> None:
        self._texts += by
        self.changes += 1
        for name in (*facts.concepts, *facts.terms):
            self._holders[name] += by

    @property
    def is_stale(self) -> bool:
        return self.changes > (0 if self._texts <= SMALL else STALE_SHARE * self._texts)

    def of(self, name: str) -> float:
        holders = self._holders[name]
        if self._texts > FEW_TEXTS and holders > MOST_COMMON * self._texts and name.startswith("="):
            return 0.0
        return math.log(1 + (self._texts + 1) / (holders + 0.5))

    def vector(self, strengths: Mapping[str, float]) -> Vector:
        """Of length 1, or empty."""
        weighted = {name: strength * self.of(name) for name, strength in strengths.items()}
        length = math.sqrt(sum(weight * weight for weight in weighted.values()))
        return {name: weight / length for name, weight in weighted.items()} if length else {}


class Postings(Generic[Name]):
    """The texts of one kind (all offers, all needs, …) under their names."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._facts: dict[Name, Facts] = {}
        self._by_concept: defaultdict[str, dict[Name, float]] = defaultdict(dict)
        self._by_term: defaultdict[str, dict[Name, float]] = defaultdict(dict)

    def add(self, name: Name, facts: Facts) -> None:
        self._facts[name] = facts
        for key, weight in self._rarity.vector(facts.concepts).items():
            self._by_concept[key][name] = weight * CONCEPTS
        for key, weight in self._rarity.vector(facts.terms).items():
            self._by_term[key][name] = weight * TERMS

    def remove(self, name: Name) -> None:
        facts = self._facts.pop(name)
        for key in facts.concepts:
            self._by_concept[key].pop(name, None)
        for key in facts.terms:
            self._by_term[key].pop(name, None)

    def weigh_anew(self) -> None:
        self._by_concept.clear()
        self._by_term.clear()
        for name, facts in self._facts.items():
            self.add(name, facts)

    def alike(self, facts: Facts) -> dict[Name, float]:
        """From 0 to 1, for each text that has anything in common with this one."""
        found: defaultdict[Name, float] = defaultdict(float)
        for vector, postings in (
            (self._rarity.vector(facts.concepts), self._by_concept),
            (self._rarity.vector(facts.terms), self._by_term),
        ):
            for key, weight in vector.items():
                for name, other in postings.get(key, {}).items():
                    found[name] += weight * other
        return {name: likeness / (CONCEPTS + TERMS) for name, likeness in found.items()}


def in_common(rarity: Rarity, mine: Mapping[str, float], theirs: Mapping[str, float], least: float) -> list[str]:
    """What two texts share, what counts most first, down to a share of that."""
    first, second = rarity.vector(mine), rarity.vector(theirs)
    shared = {name: weight * second[name] for name, weight in first.items() if second.get(name)}
    enough = least * max(shared.values(), default=0.0)
    return sorted((name for name, worth in shared.items() if worth >= enough), key=lambda name: (-shared[name], name))
