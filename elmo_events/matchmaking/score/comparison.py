"""Compares one person with many: the parts of the score, in both directions, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elmo_events.matchmaking.score.background import (
    SAME_TYPE_NOTHING_TO_GIVE,
    complementarity,
    distance_value,
    freshness,
)
from elmo_events.matchmaking.score.exchange import Exchange, exchanges
from elmo_events.matchmaking.score.people import Key

if TYPE_CHECKING:
    from elmo_events.matchmaking.score.entry import Entry
    from elmo_events.matchmaking.score.index import Index

FLOOR = 0.7  # of the better direction: one strong direction still shows, as “you can help them”
NO_EXCHANGE = Exchange(0.0, 0, 0)


@dataclass(frozen=True, slots=True)
class Scored:
    other: Key
    score: float
    forward: float
    backward: float


@dataclass(frozen=True, slots=True)
class Pair:
    """The parts of one pair, each from 0 to 1: what the other is worth to the reader, and the reader to the other."""

    gets: Exchange  # a need of the reader, an offer of the other
    gives: Exchange  # an offer of the reader, a need of the other
    themes: tuple[float, float]
    actors: float
    text: float
    region: tuple[float, float]
    wishes: tuple[float, float]
    freshness: float
    few_facts: bool


class Comparison:
    """`reader` with everybody of an index."""

    def __init__(self, index: Index, reader: Entry) -> None:
        self.index, self.reader, self.shares = index, reader, index.weights.shares()
        self._gets = exchanges(reader.needs, reader.statements, index.offers, index.statements)
        self._gives = exchanges(reader.offers, reader.statements, index.needs, index.statements)
        self._text = index.texts.alike(reader.whole)
        self._themes = index.brings.alike(reader.seeks), index.seeks.alike(reader.brings)
        self._backgrounds: dict[tuple[str | None, tuple[str, str], bool], tuple[float, float, float]] = {}

    def scored(self, among: Iterable[Key]) -> list[Scored]:
        entries = self.index.entries
        others = (entries[key] for key in among if key in entries)
        return [self.score(other) for other in others if not colleagues(self.reader, other)]

    def score(self, other: Entry) -> Scored:
        pair = self.pair(other)
        forward, backward = points(self.shares, pair)
        return Scored(other.person.key, together(forward, backward), forward, backward)

    def pair(self, other: Entry) -> Pair:
        me, key = self.reader.person, other.person.key
        gets, gives = self._gets.get(key, NO_EXCHANGE), self._gives.get(key, NO_EXCHANGE)
        actors, towards, back = self._background(other)
        if me.kind == other.person.kind and me.kind and not (gets.value or gives.value):
            actors = min(actors, SAME_TYPE_NOTHING_TO_GIVE)
        return Pair(
            gets=gets,
            gives=gives,
            themes=(self._themes[0].get(key, 0.0), self._themes[1].get(key, 0.0)),
            actors=actors,
            text=self._text.get(key, 0.0),
            region=(towards, back),
            wishes=(float(key in me.wants), float(me.key in other.person.wants)),
            freshness=freshness(last_met(self.reader, other)),
            few_facts=self.reader.is_cold or other.is_cold,
        )

    def _background(self, other: Entry) -> tuple[float, float, float]:
        """What depends on types and regions only: the same for many people."""
        marks = (other.person.kind, other.place, other.seeks_abroad)
        known = self._backgrounds.get(marks)
        if known is None:
            reader = self.reader
            known = self._backgrounds[marks] = (
                complementarity(reader.person.kind, other.person.kind),
                distance_value(reader.place, other.place, reader.seeks_abroad),
                distance_value(reader.place, other.place, other.seeks_abroad),
            )
        return known


def points(shares: dict[str, float], pair: Pair) -> tuple[float, float]:
    """From 0 to 100, in both directions. Those who have written nothing are judged by themes and types alone."""
    common = shares["actors"] * pair.actors
    forward = common + shares["themes"] * pair.themes[0]
    backward = common + shares["themes"] * pair.themes[1]
    if not pair.few_facts:
        both = shares["text"] * pair.text + shares["freshness"] * pair.freshness
        forward += both + shares["offers"] * pair.gets.value + shares["region"] * pair.region[0]
        backward += both + shares["offers"] * pair.gives.value + shares["region"] * pair.region[1]
        forward += shares["wishes"] * pair.wishes[0]
        backward += shares["wishes"] * pair.wishes[1]
    return 100 * forward, 100 * backward


def together(forward: float, backward: float) -> float:
    """The harmonic mean of both directions, but never below the floor of the better one."""
    if forward + backward == 0:
        return 0.0
    return max(2 * forward * backward / (forward + backward), FLOOR * max(forward, backward))


def colleagues(first: Entry, second: Entry) -> bool:
    me, other = first.person, second.person
    return me.key == other.key or (me.organisation is not None and me.organisation == other.organisation)


def last_met(first: Entry, second: Entry) -> float | None:
    """How many years ago two people have met, by what either remembers."""
    known = (first.person.met_before.get(second.person.key), second.person.met_before.get(first.person.key))
    return min((years for years in known if years is not None), default=None)
