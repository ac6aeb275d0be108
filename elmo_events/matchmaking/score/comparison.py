"""Compares one person with everybody at once: the score in both directions, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from elmo_events.matchmaking.score.background import (
    SAME_TYPE_NOTHING_TO_GIVE,
    complementarity,
    distance_value,
    freshness,
)
from elmo_events.matchmaking.score.entry import Entry, Marks
from elmo_events.matchmaking.score.exchange import best_with_all
from elmo_events.matchmaking.score.people import Key
from elmo_events.matchmaking.score.weights import Weights

if TYPE_CHECKING:
    from elmo_events.matchmaking.score.index import Index

FLOOR = 0.6  # of the better direction: one strong direction still shows, as “you can help them”
LEANING = 0.25  # how far a reader's own list leans towards what the others are worth to them


class Scored(NamedTuple):
    """`score` is the same for both; `worth` orders the reader's list, `worth_to_other` that of the other."""

    other: Key
    score: float
    forward: float
    backward: float
    worth: float
    worth_to_other: float

    def seen_by_other(self, reader: Key) -> Scored:
        return Scored(reader, self.score, self.backward, self.forward, self.worth_to_other, self.worth)


class Comparison:
    """`reader` with everybody of an index. Made for speed; `pairs.Pair` says the same of two people, in parts."""

    def __init__(self, index: Index, reader: Entry) -> None:
        self.index, self.reader = index, reader
        self._shares = Weights(**index.weights.shares())
        needs = [(index.needs.vectors((reader.key, key)), reader.statements[key].kind) for key in reader.needs]
        offers = [(index.offers.vectors((reader.key, key)), reader.statements[key].kind) for key in reader.offers]
        self._gets = best_with_all(needs, index.offers, index.statements)
        self._gives = best_with_all(offers, index.needs, index.statements)
        self._text = index.texts.alike(index.texts.vectors(reader.key))
        self._seeks, self._brings = index.brings.alike(reader.seeks), index.seeks.alike(reader.brings)
        self._met = index.met.of(reader.key)
        self._backgrounds: dict[Marks, tuple[float, float, float]] = {}

    def scored(self, among: Iterable[Key]) -> list[Scored]:
        """Each of them, in no order and without colleagues."""
        entries, reader = self.index.entries, self.reader
        return [self._score(entries[key]) for key in among if key in entries and not colleagues(reader, entries[key])]

    def _score(self, other: Entry) -> Scored:
        """Those who have written nothing are judged by themes and types alone."""
        shares, key = self._shares, other.key
        actors, towards, back = self._backgrounds.get(other.marks) or self._background(other.marks)
        gets, gives = self._gets.get(key, 0.0), self._gives.get(key, 0.0)
        if actors > SAME_TYPE_NOTHING_TO_GIVE and not gets and not gives and same_type(self.reader, other):
            actors = SAME_TYPE_NOTHING_TO_GIVE
        actors *= shares.actors
        forward = actors + shares.themes * self._seeks.get(key, 0.0)
        backward = actors + shares.themes * self._brings.get(key, 0.0)
        if not (self.reader.is_cold or other.is_cold):
            fresh = freshness(self._met[key]) if key in self._met else 1.0
            both = shares.text * self._text.get(key, 0.0) + shares.freshness * fresh
            forward += both + shares.offers * gets + shares.region * towards
            backward += both + shares.offers * gives + shares.region * back
            if key in self.reader.person.wants:
                forward += shares.wishes
            if other.person.wants and self.reader.key in other.person.wants:
                backward += shares.wishes
        forward, backward = 100 * forward, 100 * backward
        score = together(forward, backward)
        rest = (1 - LEANING) * score
        return Scored(key, score, forward, backward, rest + LEANING * forward, rest + LEANING * backward)

    def _background(self, marks: Marks) -> tuple[float, float, float]:
        """What depends on types and regions only: the same for many people."""
        kind, place, seeks_abroad = marks
        reader = self.reader
        found = self._backgrounds[marks] = (
            complementarity(reader.person.kind, kind),
            distance_value(reader.place, place, reader.seeks_abroad),
            distance_value(reader.place, place, seeks_abroad),
        )
        return found


def together(forward: float, backward: float) -> float:
    """The harmonic mean of both directions, but never below the floor of the better one."""
    total = forward + backward
    if not total:
        return 0.0
    return max(2 * forward * backward / total, FLOOR * (forward if forward > backward else backward))


def colleagues(first: Entry, second: Entry) -> bool:
    """The same person, or of the same organisation."""
    organisation = first.person.organisation
    return first is second or (organisation is not None and organisation == second.person.organisation)


def same_type(first: Entry, second: Entry) -> bool:
    return first.person.kind is not None and first.person.kind == second.person.kind
