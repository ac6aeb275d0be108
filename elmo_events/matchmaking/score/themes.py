"""Common themes and topics: a weighted Jaccard index in which what is sought, or offered, counts double.

A topic brings its theme along. Topics of two strategy periods whose names speak of the same concept count as half the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from elmo_events.matchmaking.score.finder import Finder
from elmo_events.matchmaking.score.people import Key, Person, Taxonomy

CHOSEN, STATED = 1.0, 2.0  # for the whole profile; for a need or an offer
OF_A_TOPIC = 0.5  # how much of a topic goes to the theme above it, and to related topics

Weighed = dict[str, float]


class ThemeMap:
    """What each theme or topic brings along."""

    def __init__(self, taxonomy: Taxonomy, finder: Finder) -> None:
        self._parents = taxonomy.parents
        self._related = _related(taxonomy, finder)

    def weighed(self, person: Person, direction: str) -> Weighed:
        """Somebody's themes, with those of what they offer or need counting double."""
        found: Weighed = {}
        for theme in person.themes:
            self._add(found, theme, CHOSEN)
        for statement in person.statements:
            if statement.direction == direction and statement.theme:
                self._add(found, statement.theme, STATED)
        return found

    def _add(self, found: Weighed, theme: str, weight: float) -> None:
        found[theme] = max(found.get(theme, 0.0), weight)
        for other in (self._parents.get(theme), *self._related.get(theme, ())):
            if other:
                found[other] = max(found.get(other, 0.0), weight * OF_A_TOPIC)


class ThemePostings:
    """Who has which themes, so that one person can be compared with everybody at once."""

    def __init__(self) -> None:
        self._holders: defaultdict[str, dict[Key, float]] = defaultdict(dict)
        self._totals: dict[Key, float] = {}

    def add(self, key: Key, themes: Weighed) -> None:
        self._totals[key] = sum(themes.values())
        for theme, weight in themes.items():
            self._holders[theme][key] = weight

    def remove(self, key: Key) -> None:
        self._totals.pop(key, None)
        for holders in self._holders.values():
            holders.pop(key, None)

    def alike(self, themes: Weighed) -> dict[Key, float]:
        """From 0 to 1, for everybody who shares a theme with these."""
        shared: defaultdict[Key, float] = defaultdict(float)
        for theme, weight in themes.items():
            for key, other in self._holders.get(theme, {}).items():
                shared[key] += other if other < weight else weight
        total = sum(themes.values())
        return {key: common / (total + self._totals[key] - common) for key, common in shared.items()}


def likeness(mine: Weighed, theirs: Weighed) -> float:
    """Of two people, from 0 to 1."""
    common = sum(min(weight, theirs[theme]) for theme, weight in mine.items() if theme in theirs)
    return common / (sum(mine.values()) + sum(theirs.values()) - common) if common else 0.0


def _related(taxonomy: Taxonomy, finder: Finder) -> Mapping[str, frozenset[str]]:
    """Topics whose names speak of the same thing; a topic and its own theme are related anyway."""
    concepts: dict[str, set[str]] = {slug: set(_concepts(names, finder)) for slug, names in taxonomy.names.items()}
    return {
        slug: frozenset(
            other
            for other, theirs in concepts.items()
            if other != slug and own & theirs and taxonomy.parents.get(slug) and taxonomy.parents.get(other)
        )
        for slug, own in concepts.items()
    }


def _concepts(names: Mapping[str, str], finder: Finder) -> Iterable[str]:
    for language, name in names.items():
        for found in finder.found_in(finder.reader.read(name, language)):
            if not finder.concepts.by_key[found.concept].is_general:
                yield found.concept
