"""The score of two people in its parts, for explaining it. The sum is what `comparison` finds for everybody at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elmo_events.matchmaking.score.background import SAME_TYPE_NOTHING_TO_GIVE, complementarity, distance_value
from elmo_events.matchmaking.score.comparison import same_type
from elmo_events.matchmaking.score.entry import Entry
from elmo_events.matchmaking.score.exchange import Exchange, StatementName, best_of_two
from elmo_events.matchmaking.score.people import Statement
from elmo_events.matchmaking.score.postings import Postings, Vectors
from elmo_events.matchmaking.score.themes import likeness

if TYPE_CHECKING:
    from elmo_events.matchmaking.score.index import Index


@dataclass(frozen=True, slots=True)
class Pair:
    """Each part from 0 to 1; of two numbers, the first is what the other is worth to the reader."""

    gets: Exchange  # a need of the reader, an offer of the other
    gives: Exchange  # an offer of the reader, a need of the other
    themes: tuple[float, float]
    actors: float
    text: float
    region: tuple[float, float]
    is_wanted: bool  # the other has asked for the reader
    few_facts: bool


def pair_of(index: Index, reader: Entry, other: Entry) -> Pair:
    gets = best_of_two(_stated(reader, reader.needs, index.needs), _stated(other, other.offers, index.offers))
    gives = best_of_two(_stated(reader, reader.offers, index.offers), _stated(other, other.needs, index.needs))
    actors = complementarity(reader.person.kind, other.person.kind)
    if same_type(reader, other) and not (gets.value or gives.value):
        actors = min(actors, SAME_TYPE_NOTHING_TO_GIVE)
    return Pair(
        gets=gets,
        gives=gives,
        themes=(likeness(reader.seeks, other.brings), likeness(reader.brings, other.seeks)),
        actors=actors,
        text=index.texts.vectors(reader.key).likeness(index.texts.vectors(other.key)),
        region=(
            distance_value(reader.place, other.place, reader.seeks_abroad),
            distance_value(reader.place, other.place, other.seeks_abroad),
        ),
        is_wanted=reader.key in other.person.wants,
        few_facts=reader.is_cold or other.is_cold,
    )


def _stated(
    entry: Entry, keys: Iterable[int], postings: Postings[StatementName]
) -> Iterator[tuple[Statement, Vectors]]:  # fmt: skip
    for key in keys:
        yield entry.statements[key], postings.vectors((entry.key, key))
