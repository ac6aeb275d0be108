"""Base forms of words in Finnish, Swedish and English: vedyn → vety, koulutuksessa → koulutus, lösningarna → lösning.

The dictionaries (simplemma's) are read when they are first asked: a process that never searches never pays for them. They
stay compressed, which costs 60 MB for all three instead of 450; what it takes seconds to prepare is kept in the instance.
"""

import os
import pickle
import threading
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import structlog
from flask import Flask
from simplemma import Lemmatizer, __version__
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DictionaryFactory, StreamDictionaryFactory

LANGUAGES = ("fi", "sv", "en")
KNOWN_WORDS = 20_000  # kept in memory with their lemmas
# Words of our field that the dictionaries lack, by language.
MISSING = {
    "sv": dict.fromkeys(("sidoströmmar", "sidoströmmarna", "sidoströmmen", "sidoströmmars"), "sidoström"),
}
log = structlog.get_logger()


class KeptDictionaries(DictionaryFactory):
    """Dictionaries that are prepared once for an instance and then read from its folder in a moment."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self._known: dict[str, Mapping[str, str]] = {}

    def get_dictionary(self, lang: str) -> Mapping[str, str]:
        if lang not in self._known:
            self._known[lang] = self._kept(lang) or self._prepared(lang)
        return self._known[lang]

    def _kept(self, lang: str) -> Mapping[str, str] | None:
        try:
            found: Mapping[str, str] = pickle.loads(self._file(lang).read_bytes())  # noqa: S301  our own, beside our keys
        except (OSError, ValueError, EOFError, AttributeError, ImportError, pickle.UnpicklingError):
            return None
        return found

    def _prepared(self, lang: str) -> Mapping[str, str]:
        prepared = StreamDictionaryFactory(cache_max_size=0).get_dictionary(lang)
        try:
            file = self._file(lang)
            being_written = file.with_suffix(f".{os.getpid()}")
            file.parent.mkdir(exist_ok=True)
            being_written.write_bytes(pickle.dumps(prepared))
            being_written.replace(file)
        except OSError as error:
            log.warning("dictionary not kept", language=lang, error=type(error).__name__)
        return prepared

    def _file(self, lang: str) -> Path:
        if self.folder is None:
            raise FileNotFoundError("no instance yet")
        return self.folder / f"lemmas-{lang}-{__version__}.pickle"


_dictionaries = KeptDictionaries()
_lemmatizer = Lemmatizer(cache_max_size=0, lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries))
_asking = threading.Lock()  # two threads that read a dictionary at once would both keep it


def register(app: Flask) -> None:
    _dictionaries.folder = Path(app.config["ELMO_INSTANCE"]) / "dictionaries"


def prepare() -> None:
    """Read the dictionaries now, and keep them prepared for every process of this instance."""
    lemmas("elmo")


def lemma(word: str, language: str) -> str:
    """The base form of a word in this language, in small letters; the word itself when the dictionary lacks it."""
    return _lemma(normal(word), language)


def lemmas(word: str) -> frozenset[str]:
    """The base forms that a word may have in any of our languages."""
    return frozenset(_lemma(normal(word), language) for language in LANGUAGES)


def normal(text: str) -> str:
    """As words are compared: small letters, each accented letter as one character."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=KNOWN_WORDS)
def _lemma(word: str, language: str) -> str:
    if not word:
        return word
    if known := MISSING.get(language, {}).get(word):
        return known
    with _asking:
        return normal(_lemmatizer.lemmatize(word, language))
