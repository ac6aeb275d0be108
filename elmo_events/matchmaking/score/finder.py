"""Finds the concepts of a text: the longest names first, whether they are written as one word or as several."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from elmo_events.foundation.lemmas import LANGUAGES, lemma, normal
from elmo_events.matchmaking.score.concepts import Concepts
from elmo_events.matchmaking.score.text import Reader, Reading

LONGEST_ABBREVIATION = 5
SHORTEST_BORROWED = 7  # an English name of one word counts in other languages' texts too when it is so long
TRUSTED_SHARE = 0.65
INSIDE_A_WORD = 0.6  # a name that is only a part of a longer word

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A concept in a text, how surely it is meant, and what the text says literally."""

    concept: str
    sureness: float
    surface: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a word, one after the other through the whole text."""

    forms: tuple[str, ...]
    word: int
    is_first: bool
    is_last: bool


class Finder:
    """Knows the names of all concepts, read once: make it with `finder_of`."""

    def __init__(self, concepts: Concepts) -> None:
        self.concepts = concepts
        self.reader = Reader(_vocabulary(concepts))
        self._names: dict[str, dict[str, list[tuple[Parts, str]]]] = {language: {} for language in LANGUAGES}
        self._abbreviations: dict[str, list[str]] = defaultdict(list)
        for concept in concepts.by_key.values():
            for language, names in concept.names.items():
                for name in names:
                    self._learn(name, language, concept.key)
        for by_start in self._names.values():
            for names_of_start in by_start.values():
                names_of_start.sort(key=lambda name: (-len(name[0]), name))

    def found_in(self, reading: Reading) -> Iterator[Found]:
        """The concepts of a text, from its beginning to its end."""
        yield from self._written_short(reading)
        pieces = list(_pieces(reading))
        place = 0
        while place < len(pieces):
            length, concepts = self._longest(pieces, place, reading.language)
            first, last = pieces[place], pieces[place + max(length, 1) - 1]
            whole = first.is_first and last.is_last
            for concept in concepts:
                surface = reading.literally(first.word, last.word)
                yield Found(concept, 1.0 if whole else INSIDE_A_WORD, surface)
            place += max(length, 1)

    def _written_short(self, reading: Reading) -> Iterator[Found]:
        for word in reading.words:
            for concept in self._abbreviations.get(word.surface, ()):
                yield Found(concept, 1.0, word.surface)

    def _longest(self, pieces: list[_Piece], place: int, language: str) -> tuple[int, list[str]]:
        length, concepts = 0, []
        for form in pieces[place].forms:
            for parts, concept in self._names[language].get(form, ()):
                if len(parts) < length:
                    break
                if len(parts) > length and not _stands_at(parts, pieces, place):
                    continue
                if len(parts) > length:
                    length, concepts = len(parts), [concept]
                elif concept not in concepts and _stands_at(parts, pieces, place):
                    concepts.append(concept)
        return length, concepts

    def _learn(self, name: str, language: str, concept: str) -> None:
        if len(name) <= LONGEST_ABBREVIATION and name.isalnum() and name.upper() == name:
            if concept not in self._abbreviations[name]:
                self._abbreviations[name].append(concept)
            return
        reading = self.reader.read(name, language)
        self._remember(_parts(reading), language, concept)
        if language == "en" and (len(reading.words) > 1 or len(name) >= SHORTEST_BORROWED):
            for other in ("fi", "sv"):
                self._remember(_parts(self.reader.read(name, other)), other, concept)

    def _remember(self, parts: Parts, language: str, concept: str) -> None:
        if parts:
            names = self._names[language].setdefault(parts[0], [])
            if (parts, concept) not in names:
                names.append((parts, concept))


def _parts(reading: Reading) -> Parts:
    """Names are in their base form: what is much shorter than the word as written is no base form of it."""
    parts: list[str] = []
    for word in reading.words:
        doubtful = len(word.lemma) < TRUSTED_SHARE * len(word.surface) and len(word.parts) == 1
        parts.extend((normal(word.surface),) if doubtful else word.parts)
    return tuple(parts)


def _pieces(reading: Reading) -> Iterator[_Piece]:
    for number, word in enumerate(reading.words):
        if word.parts == (word.lemma,):
            yield _Piece((word.lemma, normal(word.surface)), number, True, True)
            continue
        for place, part in enumerate(word.parts):
            yield _Piece((part,), number, place == 0, place == len(word.parts) - 1)


def _stands_at(parts: Parts, pieces: list[_Piece], place: int) -> bool:
    return place + len(parts) <= len(pieces) and all(
        part in piece.forms for part, piece in zip(parts, pieces[place : place + len(parts)], strict=True)
    )


def _vocabulary(concepts: Concepts) -> dict[str, set[str]]:
    """The words of all names by language, in base form: compounds consist of them."""
    words: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for concept in concepts.by_key.values():
        for language, names in concept.names.items():
            for name in names:
                words[language] |= {lemma(word, language) for word in name.replace("-", " ").split()}
    return words


_finders: dict[int, Finder] = {}


def finder_of(concepts: Concepts) -> Finder:
    """One for each concept list: the list is read once in a process, and reading its names costs seconds."""
    known = _finders.get(id(concepts))
    if known is None or known.concepts is not concepts:
        known = _finders[id(concepts)] = Finder(concepts)
    return known
