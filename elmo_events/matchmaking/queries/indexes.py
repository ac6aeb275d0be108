"""Warm indexes of the matching score, a few for each process: what changed since is taken in before anybody asks.

Only the worker makes lists; its memory is bounded by the number of people in all indexes that it keeps.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.scoring import ScoredPerson, as_people, scored_people, taxonomy
from elmo_events.matchmaking.score.concepts import Concepts
from elmo_events.matchmaking.score.index import Index
from elmo_events.matchmaking.score.weights import Weights

MOST_PEOPLE = 6_000  # of all indexes that are kept warm; one event may have more
Stamp = tuple[date, ScoredPerson]


@dataclass
class Warm:
    """An index, and how each profile was when it was taken in."""

    index: Index
    concepts: Concepts | None
    stamps: dict[int, Stamp] = field(default_factory=dict)


_indexes: WeakKeyDictionary[Any, OrderedDict[int, Warm]] = WeakKeyDictionary()  # by database
_lock = Lock()


@contextmanager
def index_of(
    matchmaking: Matchmaking, concepts: Concepts | None = None
) -> Iterator[tuple[Index, Sequence[ScoredPerson]]]:
    """An event's index as things are now, for us alone as long as we use it, and the people in it."""
    with _lock:
        people = scored_people(matchmaking)
        warm = _warm(matchmaking, concepts)
        _take_in_changes(warm, people, now())
        _forget_oldest(_kept())
        yield warm.index, people


def _kept() -> OrderedDict[int, Warm]:
    return _indexes.setdefault(db.engine, OrderedDict())


def _warm(matchmaking: Matchmaking, concepts: Concepts | None) -> Warm:
    kept, current, weights = _kept(), taxonomy(), Weights.of(matchmaking.weights)
    warm = kept.get(matchmaking.event_id)
    if warm is None or warm.index.taxonomy != current or warm.concepts is not concepts:
        warm = kept[matchmaking.event_id] = Warm(Index((), current, weights, concepts), concepts)
    warm.index.weights = weights
    kept.move_to_end(matchmaking.event_id)
    return warm


def _take_in_changes(warm: Warm, people: Sequence[ScoredPerson], moment: datetime) -> None:
    today = moment.date()  # each day they have met longer ago
    stamps: dict[int, Stamp] = {one.id: (today, one) for one in people}
    for key in warm.stamps.keys() - stamps.keys():
        warm.index.remove(key)
    changed = [one for one in people if warm.stamps.get(one.id) != stamps[one.id]]
    for person in as_people(changed, moment):
        warm.index.replace(person)
    warm.stamps = stamps


def _forget_oldest(kept: OrderedDict[int, Warm]) -> None:
    while len(kept) > 1 and sum(len(warm.index) for warm in kept.values()) > MOST_PEOPLE:
        kept.popitem(last=False)
