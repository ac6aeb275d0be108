"""Who has met whom before, and how many years ago: either of the two may remember it."""

from collections import defaultdict
from collections.abc import Mapping

from elmo_events.matchmaking.score.people import Key, Person


class Acquaintances:
    def __init__(self) -> None:
        self._remembered: defaultdict[Key, dict[Key, list[float]]] = defaultdict(dict)

    def add(self, person: Person) -> None:
        for other, years in person.met_before.items():
            self._remembered[person.key].setdefault(other, []).append(years)
            self._remembered[other].setdefault(person.key, []).append(years)

    def remove(self, person: Person) -> None:
        for other, years in person.met_before.items():
            self._remembered[person.key][other].remove(years)
            self._remembered[other][person.key].remove(years)

    def of(self, key: Key) -> Mapping[Key, float]:
        """Whom somebody has met, and how many years ago they last did."""
        known = self._remembered.get(key, {})
        return {other: min(years) for other, years in known.items() if years}
