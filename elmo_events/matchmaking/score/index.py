"""All people of an event (or of the network), ready to be compared: who fits whom, how well, and why."""

import heapq
from collections.abc import Collection, Iterable, Iterator

from elmo_events.matchmaking.score.acquaintances import Acquaintances
from elmo_events.matchmaking.score.comparison import Comparison
from elmo_events.matchmaking.score.concepts import Concepts, own_concepts
from elmo_events.matchmaking.score.entry import Entry, entry_of
from elmo_events.matchmaking.score.explain import explained
from elmo_events.matchmaking.score.finder import Finder, finder_of
from elmo_events.matchmaking.score.people import Key, Person, Statement, Taxonomy
from elmo_events.matchmaking.score.postings import Postings, Rarity
from elmo_events.matchmaking.score.reasons import Match
from elmo_events.matchmaking.score.themes import ThemeMap, ThemePostings
from elmo_events.matchmaking.score.weights import Weights

StatementName = tuple[Key, int]


class Index:
    """People may come, change and go; how rare a word is, is counted anew at once in a small index, later in a large one.

    Not safe for two threads at once: whoever shares an index between threads holds a lock.
    """

    def __init__(
        self,
        people: Iterable[Person] = (),
        taxonomy: Taxonomy | None = None,
        weights: Weights | None = None,
        concepts: Concepts | None = None,
    ) -> None:
        self.taxonomy = taxonomy or Taxonomy()
        self.weights = weights or Weights()
        self.finder: Finder = finder_of(own_concepts() if concepts is None else concepts)
        self._theme_map = ThemeMap(self.taxonomy, self.finder)
        self.entries: dict[Key, Entry] = {}
        self.statements: dict[StatementName, Statement] = {}
        self.met = Acquaintances()
        self.rarity = Rarity()
        self.needs: Postings[StatementName] = Postings(self.rarity)
        self.offers: Postings[StatementName] = Postings(self.rarity)
        self.texts: Postings[Key] = Postings(self.rarity)
        self.seeks, self.brings = ThemePostings(), ThemePostings()
        for person in people:
            self.add(person)

    def __contains__(self, key: Key) -> bool:
        return key in self.entries

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Key]:
        return iter(self.entries)

    def add(self, person: Person) -> None:
        """Take somebody in; whoever has this key already is replaced."""
        if person.key in self.entries:
            self.remove(person.key)
        entry = entry_of(person, self.taxonomy, self._theme_map, self.finder)
        self.entries[person.key] = entry
        for statement in person.statements:
            self.statements[person.key, statement.key] = statement
        self.met.add(person)
        self.rarity.count(entry.whole)
        self.seeks.add(person.key, entry.seeks)
        self.brings.add(person.key, entry.brings)
        for postings, own in ((self.needs, entry.needs), (self.offers, entry.offers)):
            for key, facts in own.items():
                postings.add((person.key, key), facts)
        self.texts.add(person.key, entry.whole)

    replace = add

    def remove(self, key: Key) -> None:
        entry = self.entries.pop(key, None)
        if entry is None:
            return
        self.met.remove(entry.person)
        self.rarity.count(entry.whole, by=-1)
        self.seeks.remove(key)
        self.brings.remove(key)
        for postings, own in ((self.needs, entry.needs), (self.offers, entry.offers)):
            for statement in own:
                postings.remove((key, statement))
        self.texts.remove(key)
        for statement in entry.statements:
            del self.statements[key, statement]

    def matches(self, key: Key, among: Collection[Key] | None = None, most: int = 10) -> list[Match]:
        """Those who fit somebody best, best first; colleagues are left out. KeyError: nobody has this key."""
        comparison = self.comparison(key)
        scored = comparison.scored(self.entries if among is None else among)
        best = heapq.nsmallest(most, scored, key=lambda match: (-match.worth, match.other))
        return [explained(self, comparison.reader, match) for match in best]

    def match(self, key: Key, other: Key) -> Match | None:
        """How well two people fit, seen by the first; None: they are colleagues, or the same."""
        found = self.matches(key, (other,), 1)
        return found[0] if found else None

    def comparison(self, key: Key) -> Comparison:
        """Somebody, ready to be compared with others. KeyError: nobody has this key."""
        self._weigh_anew_if_stale()
        return Comparison(self, self.entries[key])

    def _weigh_anew_if_stale(self) -> None:
        if self.rarity.is_stale():
            self.rarity.count_anew()
            for postings in (self.needs, self.offers):
                postings.weigh_anew()
            self.texts.weigh_anew()
