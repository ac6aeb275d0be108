"""From a text to the words that are compared: base forms, compounds in parts, and where each of them stands."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from elmo_events.foundation.lemmas import LANGUAGES, lemma, normal
from elmo_events.matchmaking.score.compounds import LANGUAGES as COMPOUNDING
from elmo_events.matchmaking.score.compounds import Splitter
from elmo_events.matchmaking.score.word_lists import compound_parts, guessed_language, stopwords

_WORD = re.compile(r"\w+(?:&\w+)*")
_MOST_REMEMBERED = 100_000
DOUBTFUL_ENDING = 4
ENDINGS = {
    "fi": ("ien", "jen", "lla", "llä", "ssa", "ssä", "sta", "stä", "n", "a", "ä", "t", "in"),
    "sv": ("erna", "arna", "orna", "er", "ar", "or", "en", "et", "n", "t", "s"),
    "en": ("es", "s"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, its base form, and its parts (of one that is no compound: itself)."""

    start: int
    end: int
    surface: str
    lemma: str
    parts: tuple[str, ...]
    is_stopword: bool


@dataclass(frozen=True)
class Reading:
    """A text in one language, read."""

    text: str
    language: str
    words: tuple[Word, ...]

    def literally(self, first: int, last: int) -> str:
        """What the text says from one word to another, as it is written."""
        return self.text[self.words[first].start : self.words[last].end]


class Reader:
    """Reads texts. `vocabulary`: words by language that compounds may consist of."""

    def __init__(self, vocabulary: Mapping[str, Iterable[str]] | None = None) -> None:
        written = compound_parts()
        vocabulary = vocabulary or {}
        self._stopwords = stopwords()
        self._known = {language: frozenset(vocabulary.get(language, ())) for language in LANGUAGES}
        self._splitters = {
            language: Splitter(language, written[language], vocabulary.get(language, ())) for language in COMPOUNDING
        }
        self._remembered: dict[tuple[str, str], tuple[str, tuple[str, ...], bool]] = {}

    def read(self, text: str, language: str = "") -> Reading:
        if language not in LANGUAGES:
            language = guessed_language(text)
        return Reading(text, language, tuple(self._word(found, language) for found in _WORD.finditer(text)))

    def _word(self, found: re.Match[str], language: str) -> Word:
        surface = found[0]
        known = self._remembered.get((surface, language))
        if known is None:
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            known = self._remembered[surface, language] = self._facts(normal(surface), language)
        return Word(found.start(), found.end(), surface, *known)

    def _facts(self, word: str, language: str) -> tuple[str, tuple[str, ...], bool]:
        base = lemma(word, language)
        if base == word:
            base = without_ending(word, language, self._known[language])
        if word in self._stopwords[language] or base in self._stopwords[language]:
            return base, (base,), True
        parts = self.parts(base, language)
        if len(word) - len(base) >= DOUBTFUL_ENDING and len(parts) == 1:
            # The dictionary takes the end of a compound that it does not know for an ending: metsähake → metsä.
            whole = self.parts(word, language)
            if len(whole) > 1:
                return "".join(whole), whole, False
        return base, parts, False

    def parts(self, base: str, language: str) -> tuple[str, ...]:
        splitter = self._splitters.get(language)
        return splitter.split(base) if splitter else (base,)


def without_ending(word: str, language: str, known: frozenset[str]) -> str:
    """A word that the dictionary lacks, but the concept list knows without its ending: elektrolysörer → elektrolysör."""
    if word in known:
        return word
    stems = (word.removesuffix(ending) for ending in ENDINGS[language] if word.endswith(ending))
    return next((stem for stem in stems if stem in known), word)
