"""An inverted index: for each concept and word, the texts that hold it. Answers how alike a text is to all of them."""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from elmo_events.matchmaking.score.facts import Facts

CONCEPTS, TERMS = 0.5, 0.3  # how much concepts and words count in the likeness of two texts
WORDS = TERMS / CONCEPTS
STALE_SHARE, SMALL = 0.1, 1_000  # a large index counts rarity anew only when so many texts have come or gone
MOST_COMMON = 0.5  # a word that is in more than half of many texts tells nothing
FEW_TEXTS = 20
FAINTEST = 0.1  # of the strongest of a text: what is fainter (far above, or everywhere) is left out

Vector = dict[str, float]
Name = TypeVar("Name", bound=Hashable)


class Vectors(NamedTuple):
    """A text as two vectors, each of length 1 or empty."""

    concepts: Vector
    terms: Vector

    def likeness(self, other: "Vectors") -> float:
        """From 0 to 1."""
        return likeness(_product(self.concepts, other.concepts), _product(self.terms, other.terms))


class Rarity:
    """How much a concept or word tells: the rarer among all texts, the more."""

    def __init__(self) -> None:
        self._holders: Counter[str] = Counter()
        self._texts = 0
        self._changes = 0
        self._known: dict[str, float] = {}

    def count(self, facts: Facts, by: int = 1) -> None:
        self._texts += by
        self._changes += 1
        for name in (*facts.concepts, *facts.terms):
            self._holders[name] += by

    def is_stale(self) -> bool:
        return self._changes > (0 if self._texts <= SMALL else STALE_SHARE * self._texts)

    def count_anew(self) -> None:
        self._changes = 0
        self._known.clear()

    def of(self, name: str) -> float:
        known = self._known.get(name)
        if known is None:
            holders = self._holders[name]
            everywhere = self._texts > FEW_TEXTS and holders > MOST_COMMON * self._texts and name.startswith("=")
            known = 0.0 if everywhere else math.log(1 + (self._texts + 1) / (holders + 0.5))
            self._known[name] = known
        return known

    def vectors(self, facts: Facts) -> Vectors:
        return Vectors(self._vector(facts.concepts), self._vector(facts.terms))

    def _vector(self, strengths: Mapping[str, float]) -> Vector:
        weighted = {name: strength * self.of(name) for name, strength in strengths.items()}
        least = FAINTEST * max(weighted.values(), default=0.0)
        kept = {name: weight for name, weight in weighted.items() if weight > least}
        length = math.sqrt(sum(weight * weight for weight in kept.values()))
        return {name: weight / length for name, weight in kept.items()}


class Postings(Generic[Name]):
    """The texts of one kind (all offers, all needs, …) under their names."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._facts: dict[Name, Facts] = {}
        self._vectors: dict[Name, Vectors] = {}
        self._by_concept: defaultdict[str, dict[Name, float]] = defaultdict(dict)
        self._by_term: defaultdict[str, dict[Name, float]] = defaultdict(dict)

    def add(self, name: Name, facts: Facts) -> None:
        self._facts[name] = facts
        self._vectors[name] = vectors = self._rarity.vectors(facts)
        for key, weight in vectors.concepts.items():
            self._by_concept[key][name] = weight
        for key, weight in vectors.terms.items():
            self._by_term[key][name] = weight

    def remove(self, name: Name) -> None:
        del self._facts[name]
        vectors = self._vectors.pop(name)
        for key in vectors.concepts:
            del self._by_concept[key][name]
        for key in vectors.terms:
            del self._by_term[key][name]

    def weigh_anew(self) -> None:
        facts, self._facts = self._facts, {}
        self._by_concept.clear()
        self._by_term.clear()
        for name, own in facts.items():
            self.add(name, own)

    def vectors(self, name: Name) -> Vectors:
        return self._vectors[name]

    def alike(self, vectors: Vectors) -> Mapping[Name, float]:
        """From 0 to 1, for each text that has anything in common with this one."""
        concepts = _products_with_all(vectors.concepts, self._by_concept)
        terms = _products_with_all(vectors.terms, self._by_term)
        found = {name: likeness(concepts.get(name, 0.0), product) for name, product in terms.items()}
        return {name: likeness(product, 0.0) for name, product in concepts.items() if name not in terms} | found


def likeness(concepts: float, terms: float) -> float:
    """Of two texts, from how alike their concepts and words are. Words add to what concepts leave open.

    So texts in two languages, which share no words, are not behind those in one.
    """
    return concepts + (1.0 - concepts) * WORDS * terms


def _products_with_all(vector: Vector, postings: Mapping[str, dict[Name, float]]) -> dict[Name, float]:
    found: defaultdict[Name, float] = defaultdict(float)
    for key, weight in vector.items():
        for name, other in postings.get(key, {}).items():
            found[name] += weight * other
    return found


def in_common(mine: Vector, theirs: Vector, least: float) -> list[str]:
    """What two texts share, what counts most first, down to a share of that."""
    shared = {name: weight * theirs[name] for name, weight in mine.items() if name in theirs}
    enough = least * max(shared.values(), default=0.0)
    return sorted((name for name in shared if shared[name] >= enough), key=lambda name: (-shared[name], name))


def _product(first: Vector, second: Vector) -> float:
    if len(second) < len(first):
        first, second = second, first
    return math.fsum(_products(first, second))


def _products(first: Vector, second: Vector) -> Iterable[float]:
    return (weight * second[name] for name, weight in first.items() if name in second)
