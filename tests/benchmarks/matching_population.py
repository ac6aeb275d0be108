"""An invented event with planted needs: who can give what to whom is known, because it was put there.

Everybody works in one field (a topic of planted_topics.csv) or two. An offer is about a field of their own; a need is about
another one, or about their own field when they lack something in it. In half of the cases the need is about the field of
somebody whose own need is about ours: a pair that could help each other. Colleagues share an organisation.

A topic is worded in three ways in each of three languages: needs take the first wording, offers one of the others, so that
no wording stands on both sides. Three people in ten chose a wrong or only a broad theme. One in twelve has written nothing.
Truth, from 0 to 3: 3 when the other offers what one needs, 1 when only the theme is the same, else 0: two who offer the
same, or need the same, are of no use to each other.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random

from elmo_events.matchmaking.score.people import Person, Statement, Taxonomy
from elmo_events.network.reference import REGIONS
from elmo_events.network.rules import RegionKind
from elmo_events.network.strategies import STRATEGIES

TOPICS = Path(__file__).with_name("planted_topics.csv")
SENTENCES = {
    "need": {
        "fi": ("Etsimme kumppania: {}.", "Tarvitsemme apua, aiheena {}.", "Kuka osaa: {}?", "Haussa yhteistyö: {}."),
        "sv": ("Vi söker en partner: {}.", "Vi behöver hjälp med: {}.", "Vem kan: {}?", "Samarbete sökes: {}."),
        "en": ("We seek a partner: {}.", "Help wanted: {}.", "Who knows about {}?", "Looking for cooperation: {}."),
    },
    "offer": {
        "fi": ("Tarjoamme: {}.", "Osaamistamme: {}.", "Meiltä löytyy {}.", "Olemme tehneet tätä vuosia: {}."),
        "sv": ("Vi erbjuder: {}.", "Vår kompetens: {}.", "Hos oss finns {}.", "Vi har gjort detta i åratal: {}."),
        "en": ("We offer: {}.", "What we know best: {}.", "Ask us about {}.", "We have done this for years: {}."),
    },
}
LANGUAGES, LANGUAGE_SHARES = ("fi", "sv", "en"), (0.6, 0.15, 0.25)
KINDS = ("small-company", "micro-company", "medium-company", "large-company", "university", "uas",
         "research-institute", "municipality", "development-company", "cluster-organisation")  # fmt: skip
KIND_SHARES = (5, 4, 3, 1, 2, 3, 3, 2, 2, 2)
STATEMENT_KINDS = ("technology", "research", "business", "pilot-site", "test-bed")
MUTUAL, WRONG_THEME, SILENT = 0.5, 0.3, 1 / 12


@dataclass(frozen=True)
class Topic:
    slug: str
    theme: str
    words: Mapping[str, list[str]]


@dataclass
class Planted:
    """Somebody before they are written down."""

    offers: list[Topic] = field(default_factory=list)
    needs: list[Topic] = field(default_factory=list)
    is_silent: bool = False
    language: str = "fi"


@dataclass(frozen=True)
class Population:
    people: list[Person]
    planted: list[Planted]
    taxonomy: Taxonomy

    def gain(self, reader: int, other: int) -> int:
        """What the other is worth to the reader."""
        if self.people[reader].organisation == self.people[other].organisation:
            return 0
        needs, offers = self.planted[reader].needs, self.planted[other].offers
        if {topic.slug for topic in needs} & {topic.slug for topic in offers}:
            return 3
        return int(bool({self.broad(topic.theme) for topic in needs} & {self.broad(topic.theme) for topic in offers}))

    def broad(self, theme: str) -> str:
        return self.taxonomy.parents[theme] or theme

    @cached_property
    def languages(self) -> list[str]:
        return [one.language for one in self.planted]


def population(number: int, seed: int) -> Population:
    random = Random(seed)
    topics, themes = all_topics(), taxonomy()
    planted = _planted(number, topics, random)
    people = [_person(key, one, number, themes, random) for key, one in enumerate(planted)]
    return Population(people, planted, themes)


def all_topics() -> list[Topic]:
    with TOPICS.open(encoding="utf-8") as file:
        return [
            Topic(row["topic"], row["theme"], {language: row[language].split("|") for language in LANGUAGES})
            for row in csv.DictReader(file)
        ]


def taxonomy() -> Taxonomy:
    parents: dict[str, str | None] = {}
    names: dict[str, Mapping[str, str]] = {}
    for strategy in STRATEGIES:
        for theme in strategy.themes:
            parents[theme.key], names[theme.key] = None, theme.name
            for topic in strategy.topics[theme.key]:
                parents[topic.key], names[topic.key] = theme.key, topic.name
    kinds = {entry.key: str(kind) for kind, entries in REGIONS.items() for entry in entries}
    return Taxonomy(parents, names, kinds)


def _planted(number: int, topics: list[Topic], random: Random) -> list[Planted]:
    people = [Planted(offers=random.sample(topics, random.choice((1, 1, 2)))) for _ in range(number)]
    for one in people:
        one.language = random.choices(LANGUAGES, LANGUAGE_SHARES)[0]
        one.is_silent = random.random() < SILENT
    for one in people:
        if one.needs and random.random() < MUTUAL:
            continue
        other = random.choice(people)
        one.needs.append(random.choice(other.offers))
        if random.random() < MUTUAL:
            other.needs.append(random.choice(one.offers))
    return people


def _person(key: int, one: Planted, number: int, themes: Taxonomy, random: Random) -> Person:
    chosen = frozenset(_theme(topic, themes, random) for topic in one.offers + one.needs[:1])
    facts = {
        "key": key,
        "organisation": key % (number * 2 // 3),
        "kind": random.choices(KINDS, KIND_SHARES)[0],
        "region": random.choice(REGIONS[RegionKind.NETWORK]).key,
        "themes": chosen,
    }
    if one.is_silent:
        return Person(**facts)
    stated = [("offer", topic) for topic in one.offers] + [("need", topic) for topic in one.needs]
    statements = tuple(
        _statement(place, direction, topic, one, themes, random) for place, (direction, topic) in enumerate(stated)
    )
    return Person(**facts, statements=statements)


def _theme(topic: Topic, themes: Taxonomy, random: Random) -> str:
    if random.random() >= WRONG_THEME:
        return topic.theme
    return random.choice((themes.parents[topic.theme], random.choice(sorted(themes.parents))))


def _statement(  # noqa: PLR0917
    place: int, direction: str, topic: Topic, one: Planted, themes: Taxonomy, random: Random
) -> Statement:
    wordings = topic.words[one.language][:1] if direction == "need" else topic.words[one.language][1:]
    sentence = random.choice(SENTENCES[direction][one.language]).format(random.choice(wordings))
    theme = _theme(topic, themes, random) if random.random() < 1 / 2 else None
    return Statement(place, direction, random.choice(STATEMENT_KINDS), theme, {one.language: sentence})
