"""Why a match is one: the parts that brought the most points, with the words that stand in the two texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from elmo_events.matchmaking.score.comparison import Scored
from elmo_events.matchmaking.score.concepts import Concept
from elmo_events.matchmaking.score.entry import Entry
from elmo_events.matchmaking.score.facts import Facts
from elmo_events.matchmaking.score.pairs import Pair, pair_of
from elmo_events.matchmaking.score.postings import Vectors, in_common
from elmo_events.matchmaking.score.reasons import MOST_REASONS, Match, Reason, ReasonKind

if TYPE_CHECKING:
    from elmo_events.matchmaking.score.index import Index

LEAST_POINTS = 1.0  # what brought less is no reason
GOOD_COMPLEMENT = 0.8  # types that fit less well are nothing to tell
MOST_WORDS = 3
LEAST_SHARE = 0.2  # of what counts most, or it is not worth telling


class Words(NamedTuple):
    concepts: tuple[Mapping[str, str], ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def explained(index: Index, reader: Entry, scored: Scored) -> Match:
    """A match with its reasons. That two come from different regions is told whenever it counted."""
    other = index.entries[scored.other]
    pair = pair_of(index, reader, other)
    found = [reason for reason in _reasons(index, reader, other, pair) if reason.points >= LEAST_POINTS]
    found.sort(key=lambda reason: -reason.points)
    strongest = found[:MOST_REASONS]
    regions = [reason for reason in found[MOST_REASONS:] if reason.kind == ReasonKind.REGION]
    return Match(
        other=scored.other,
        score=round(scored.score, 2),
        worth=round(scored.worth, 2),
        forward=round(scored.forward, 2),
        backward=round(scored.backward, 2),
        few_facts=pair.few_facts,
        reasons=(*strongest, *regions),
    )


def _reasons(index: Index, reader: Entry, other: Entry, pair: Pair) -> Iterator[Reason]:
    shares = {part: 100 * share for part, share in index.weights.shares().items()}
    actors = shares["actors"] * pair.actors
    kinds = (reader.person.kind, other.person.kind)
    if pair.actors >= GOOD_COMPLEMENT and kinds[0] and kinds[1]:
        yield Reason(ReasonKind.ACTORS, actors, pair=(kinds[0], kinds[1]))
    themes = sum(pair.themes) / 2
    if themes:
        common = _common_themes(reader, other)
        yield Reason(ReasonKind.THEMES, shares["themes"] * themes, themes=common)
    if not pair.few_facts:
        yield from _written(index, reader, other, pair, shares)
        if pair.region[0] or pair.region[1]:
            points = shares["region"] * sum(pair.region) / 2
            yield Reason(ReasonKind.REGION, points, pair=(reader.place[1], other.place[1]))
        if pair.is_wanted:
            yield Reason(ReasonKind.WISH, shares["wishes"])


def _written(
    index: Index, reader: Entry, other: Entry, pair: Pair, shares: Mapping[str, float]
) -> Iterator[Reason]:  # fmt: skip
    """Reasons that stand in what both have written."""
    told: set[str] = set()
    by_key, gets, gives = index.finder.concepts.by_key, pair.gets, pair.gives
    if gets.value:
        mine = reader.needs[gets.own], index.needs.vectors((reader.key, gets.own))
        theirs = other.offers[gets.other], index.offers.vectors((other.key, gets.other))
        words = _words(by_key, mine, theirs)
        told |= {*words.mine, *words.theirs}
        yield Reason(ReasonKind.THEY_OFFER, shares["offers"] * gets.value, gets.own, gets.other, *words)
    if gives.value:
        mine = reader.offers[gives.own], index.offers.vectors((reader.key, gives.own))
        theirs = other.needs[gives.other], index.needs.vectors((other.key, gives.other))
        words = _words(by_key, mine, theirs)
        told |= {*words.mine, *words.theirs}
        yield Reason(ReasonKind.THEY_SEEK, shares["offers"] * gives.value, gives.other, gives.own, *words)
    if pair.text:
        whole = reader.whole, index.texts.vectors(reader.key)
        words = _words(by_key, whole, (other.whole, index.texts.vectors(other.key)))
        if not told.issuperset((*words.mine, *words.theirs)):
            yield Reason(ReasonKind.TEXT, shares["text"] * pair.text, None, None, *words)


def _words(by_key: Mapping[str, Concept], mine: tuple[Facts, Vectors], theirs: tuple[Facts, Vectors]) -> Words:
    """The concepts that two texts share, and the words for them in each; then words that are simply the same."""
    concepts = in_common(mine[1].concepts, theirs[1].concepts, LEAST_SHARE)[:MOST_WORDS]
    names = [*concepts, *in_common(mine[1].terms, theirs[1].terms, LEAST_SHARE)]
    pairs = _different([(mine[0].surfaces[name], theirs[0].surfaces[name]) for name in names])
    return Words(
        tuple(by_key[concept].label for concept in concepts),
        tuple(pair[0] for pair in pairs),
        tuple(pair[1] for pair in pairs),
    )


def _different(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first few, each in its longest form: what says no more than another pair is left out."""
    kept: list[tuple[str, str]] = []
    for pair in pairs:
        if any(_within(pair, known) for known in kept):
            continue
        longer = [place for place, known in enumerate(kept) if _within(known, pair)]
        if longer:
            kept[longer[0]] = pair
        else:
            kept.append(pair)
    return kept[:MOST_WORDS]


def _within(pair: tuple[str, str], other: tuple[str, str]) -> bool:
    return all(word.lower() in longer.lower() for word, longer in zip(pair, other, strict=True))


def _common_themes(reader: Entry, other: Entry) -> tuple[str, ...]:
    """Themes and topics of both, those that count most first."""
    weights = {
        theme: max(
            min(reader.seeks.get(theme, 0.0), other.brings.get(theme, 0.0)),
            min(reader.brings.get(theme, 0.0), other.seeks.get(theme, 0.0)),
        )
        for theme in {*reader.seeks, *reader.brings} & {*other.seeks, *other.brings}
    }
    return tuple(sorted((theme for theme in weights if weights[theme]), key=lambda theme: (-weights[theme], theme)))
