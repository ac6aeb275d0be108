"""What one seeks and the other offers: the best pair of a need and an offer, for everybody at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from elmo_events.matchmaking.score.facts import Facts
from elmo_events.matchmaking.score.people import Key, Statement
from elmo_events.matchmaking.score.postings import Postings

StatementName = tuple[Key, int]

NOTHING, PERFECT = 0.06, 0.60  # likeness that is worth nothing, and everything
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
    """How well an offer answers a need, from 0 to 1. `own` is the statement of whom we asked for."""

    value: float
    own: int
    other: int


def exchanges(
    own: Mapping[int, Facts], statements: Mapping[int, Statement], others: Postings[StatementName],
    all_statements: Mapping[StatementName, Statement],
) -> dict[Key, Exchange]:  # fmt: skip
    """The best exchange of somebody's needs (offers) with the offers (needs) of each of the others."""
    best: dict[Key, Exchange] = {}
    for key, facts in own.items():
        for name, likeness in others.alike(facts).items():
            if likeness <= NOTHING:
                continue
            worth = value(likeness) * fit(statements[key], all_statements[name])
            known = best.get(name[0])
            if known is None or (worth, -name[1], -key) > (known.value, -known.other, -known.own):
                best[name[0]] = Exchange(worth, key, name[1])
    return best


def value(likeness: float) -> float:
    return min(1.0, max(0.0, (likeness - NOTHING) / (PERFECT - NOTHING)))


def fit(first: Statement, second: Statement) -> float:
    """Whether the two are of a kind."""
    if first.kind == second.kind:
        return SAME_KIND
    return NEAR_KIND if frozenset((first.kind, second.kind)) in NEAR_KINDS else OTHER_KIND
