"""What the index keeps of one person: everything that can be found out before it is known whom they are compared with."""

from dataclasses import dataclass

from elmo_events.matchmaking.score.background import INTERNATIONAL, place_of
from elmo_events.matchmaking.score.facts import Facts, facts_of, joined
from elmo_events.matchmaking.score.finder import Finder
from elmo_events.matchmaking.score.people import Key, Person, Statement, Taxonomy
from elmo_events.matchmaking.score.themes import ThemeMap, Weighed

Marks = tuple[str | None, tuple[str, str], bool]  # type of organisation, place, whether they seek partners abroad


@dataclass(frozen=True)
class Entry:
    """`whole`: everything that they have written. `is_cold`: which is nothing."""

    key: Key
    person: Person
    needs: dict[int, Facts]
    offers: dict[int, Facts]
    statements: dict[int, Statement]
    whole: Facts
    is_cold: bool
    seeks: Weighed  # themes, those of needs double
    brings: Weighed  # themes, those of offers double
    place: tuple[str, str]
    seeks_abroad: bool
    marks: Marks  # what many people have in common


def entry_of(person: Person, taxonomy: Taxonomy, themes: ThemeMap, finder: Finder) -> Entry:
    needs = {statement.key: facts_of(statement.texts, finder) for statement in person.needs}
    offers = {statement.key: facts_of(statement.texts, finder) for statement in person.offers}
    whole = joined((*needs.values(), *offers.values(), facts_of(person.expertise, finder)))
    place = place_of(person, taxonomy)
    seeks_abroad = any(INTERNATIONAL & facts.concepts.keys() for facts in needs.values())
    return Entry(
        key=person.key,
        person=person,
        needs=needs,
        offers=offers,
        statements={statement.key: statement for statement in person.statements},
        whole=whole,
        is_cold=not whole,
        seeks=themes.weighed(person, "need"),
        brings=themes.weighed(person, "offer"),
        place=place,
        seeks_abroad=seeks_abroad,
        marks=(person.kind, place, seeks_abroad),
    )
