"""Base forms of words in Finnish, Swedish and English: vedyn → vety, koulutuksessa → koulutus, lösningarna → lösning.

The dictionaries (simplemma's) are read when they are first asked: a process that never searches never pays for them. They
are kept compressed, which costs about 60 MB for all three instead of 450.
"""

import threading
import unicodedata
from functools import lru_cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

LANGUAGES = ("fi", "sv", "en")
_reading = threading.Lock()  # two threads that read a dictionary at once would both keep it
_lemmatizer = Lemmatizer(cache_max_size=0, lemmatization_strategy=DefaultStrategy(low_memory=True))


def lemma(word: str, language: str) -> str:
    """The base form of a word in this language, in small letters; the word itself when the dictionary lacks it."""
    return _lemma(normal(word), language)


def lemmas(word: str) -> frozenset[str]:
    """The base forms that a word may have in any of our languages."""
    return frozenset(_lemma(normal(word), language) for language in LANGUAGES)


def normal(text: str) -> str:
    """As words are compared: small letters, each accented letter as one character."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=20_000)
def _lemma(word: str, language: str) -> str:
    with _reading:
        return normal(_lemmatizer.lemmatize(word, language)) if word else word
