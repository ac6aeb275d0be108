"""What one seeks and the other offers: how well an offer answers a need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from elmo_events.matchmaking.score.people import Key, Statement
from elmo_events.matchmaking.score.postings import Postings, Vectors

StatementName = tuple[Key, int]

NOTHING, PERFECT = 0.08, 0.40  # likeness that is worth nothing, and everything
SAME_KIND, NEAR_KIND, OTHER_KIND = 1.0, 0.95, 0.85
NEAR_KINDS = frozenset(
    frozenset(pair)
    for pair in (
        ("technology", "research"), ("technology", "business"), ("pilot-site", "test-bed"), ("research", "test-bed"),
        ("technology", "test-bed"), ("research", "consortium"), ("technology", "pilot-site"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exchange:
    """The best pair of a need and an offer, from 0 to 1. `own` is the statement of whom we asked for."""

    value: float = 0.0
    own: int = 0
    other: int = 0


def worth(likeness: float, first: str, second: str) -> float:
    """What a need and an offer of these two kinds are worth to each other, by how alike they are."""
    if likeness <= NOTHING:
        return 0.0
    return min(1.0, (likeness - NOTHING) / (PERFECT - NOTHING)) * fit(first, second)


def fit(first: str, second: str) -> float:
    if first == second:
        return SAME_KIND
    return NEAR_KIND if frozenset((first, second)) in NEAR_KINDS else OTHER_KIND


def best_with_all(
    own: Iterable[tuple[Vectors, str]], others: Postings[StatementName], statements: Mapping[StatementName, Statement]
) -> dict[Key, float]:
    """The best exchange of somebody's needs (or offers), with their kinds, with everybody's offers (or needs)."""
    best: dict[Key, float] = {}
    for vectors, kind in own:
        for name, likeness in others.alike(vectors).items():
            if likeness > NOTHING:
                value = worth(likeness, kind, statements[name].kind)
                if value > best.get(name[0], 0.0):
                    best[name[0]] = value
    return best


def best_of_two(
    own: Iterable[tuple[Statement, Vectors]], others: Iterable[tuple[Statement, Vectors]]
) -> Exchange:  # fmt: skip
    """The best exchange between two people, and which two statements it is."""
    others = tuple(others)
    found = (
        Exchange(worth(vectors.likeness(theirs), statement.kind, other.kind), statement.key, other.key)
        for statement, vectors in own
        for other, theirs in others
    )
    return max(found, key=lambda exchange: (exchange.value, -exchange.own, -exchange.other), default=Exchange())
