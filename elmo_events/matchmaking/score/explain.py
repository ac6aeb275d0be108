"""Why a match is one: the parts that brought the most points, with the words that stand in the two texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from elmo_events.matchmaking.score.comparison import Comparison, Pair, Scored
from elmo_events.matchmaking.score.facts import Facts
from elmo_events.matchmaking.score.postings import in_common
from elmo_events.matchmaking.score.reasons import MOST_REASONS, Match, Reason, ReasonKind

if TYPE_CHECKING:
    from elmo_events.matchmaking.score.entry import Entry

LEAST_POINTS = 1.0  # what brought less is no reason
GOOD_COMPLEMENT = 0.8  # types that fit less well are nothing to tell
MOST_WORDS = 3
LEAST_SHARE = 0.2  # of what counts most, or it is not worth telling


class Words(NamedTuple):
    concepts: tuple[Mapping[str, str], ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def explained(comparison: Comparison, other: Entry, scored: Scored) -> Match:
    """A match with its reasons. That two come from different regions is told whenever it counted."""
    pair = comparison.pair(other)
    found = [reason for reason in _reasons(comparison, other, pair) if reason.points >= LEAST_POINTS]
    found.sort(key=lambda reason: -reason.points)
    strongest = found[:MOST_REASONS]
    regions = [reason for reason in found[MOST_REASONS:] if reason.kind == ReasonKind.REGION]
    return Match(
        other=scored.other,
        score=round(scored.score, 2),
        forward=round(scored.forward, 2),
        backward=round(scored.backward, 2),
        few_facts=pair.few_facts,
        reasons=(*strongest, *regions),
    )


def _reasons(comparison: Comparison, other: Entry, pair: Pair) -> Iterator[Reason]:
    reader, shares = comparison.reader, {part: 100 * share for part, share in comparison.shares.items()}
    actors = shares["actors"] * pair.actors
    kinds = (reader.person.kind, other.person.kind)
    if pair.actors >= GOOD_COMPLEMENT and kinds[0] and kinds[1]:
        yield Reason(ReasonKind.ACTORS, actors, pair=(kinds[0], kinds[1]))
    themes = sum(pair.themes) / 2
    if themes:
        common = _common_themes(reader, other)
        yield Reason(ReasonKind.THEMES, shares["themes"] * themes, themes=common)
    if not pair.few_facts:
        yield from _written(comparison, other, pair, shares)
        if pair.region[0] or pair.region[1]:
            points = shares["region"] * sum(pair.region) / 2
            yield Reason(ReasonKind.REGION, points, pair=(reader.place[1], other.place[1]))
        if pair.wishes[1]:
            yield Reason(ReasonKind.WISH, shares["wishes"])


def _written(comparison: Comparison, other: Entry, pair: Pair, shares: Mapping[str, float]) -> Iterator[Reason]:
    """Reasons that stand in what both have written."""
    reader = comparison.reader
    told: set[str] = set()
    if pair.gets.value:
        words = _words(comparison, reader.needs[pair.gets.own], other.offers[pair.gets.other])
        told |= {*words.mine, *words.theirs}
        points = shares["offers"] * pair.gets.value
        yield Reason(ReasonKind.THEY_OFFER, points, pair.gets.own, pair.gets.other, *words)
    if pair.gives.value:
        words = _words(comparison, reader.offers[pair.gives.own], other.needs[pair.gives.other])
        told |= {*words.mine, *words.theirs}
        points = shares["offers"] * pair.gives.value
        yield Reason(ReasonKind.THEY_SEEK, points, pair.gives.other, pair.gives.own, *words)
    if pair.text:
        words = _words(comparison, reader.whole, other.whole)
        if not told.issuperset((*words.mine, *words.theirs)):
            yield Reason(ReasonKind.TEXT, shares["text"] * pair.text, None, None, *words)


def _words(comparison: Comparison, mine: Facts, theirs: Facts) -> Words:
    """The concepts that two texts share, and the words for them in each; then words that are simply the same."""
    by_key = comparison.index.finder.concepts.by_key
    rarity = comparison.index.rarity
    concepts = in_common(rarity, mine.concepts, theirs.concepts, LEAST_SHARE)[:MOST_WORDS]
    names = [*concepts, *in_common(rarity, mine.terms, theirs.terms, LEAST_SHARE)]
    return Words(
        tuple(by_key[concept].label for concept in concepts),
        _different(mine.surfaces[name] for name in names),
        _different(theirs.surfaces[name] for name in names),
    )


def _different(words: Iterator[str]) -> tuple[str, ...]:
    """The first few, each in its longest form."""
    kept: list[str] = []
    for word in words:
        inside = [known for known in kept if known.lower() in word.lower()]
        if inside:
            kept[kept.index(inside[0])] = word
            kept = [known for known in kept if known not in inside[1:]]
        elif not any(word.lower() in known.lower() for known in kept):
            kept.append(word)
    return tuple(kept[:MOST_WORDS])


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
