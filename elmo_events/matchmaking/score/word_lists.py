"""Word lists that come with the score: files of lines `language: words`."""

from functools import cache
from pathlib import Path

from elmo_events.foundation.lemmas import LANGUAGES

_LETTERS = {
    "fi": ("ää", "yy", "kk", "ii", "uu", "aa", "sta ", "ssa "),
    "sv": ("å", "ck", "ö", "ning"),
    "en": ("th", "w", "ing "),
}


@cache
def word_list(name: str) -> dict[str, frozenset[str]]:
    """The words of a file, by language."""
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        language, _, words = line.partition(": ")
        if language in found:
            found[language].update(words.split())
    return {language: frozenset(words) for language, words in found.items()}


def stopwords() -> dict[str, frozenset[str]]:
    """Words that say nothing of a subject."""
    return word_list("stopwords.txt")


def compound_parts() -> dict[str, frozenset[str]]:
    """Words that compounds of our field consist of."""
    return word_list("compound_parts.txt")


def guessed_language(text: str) -> str:
    """The language that most of the little words belong to; letters decide when there are none."""
    small = text.lower()
    words = small.split()
    marks = {
        language: 3 * sum(word.strip(".,;:!?()") in stopwords()[language] for word in words)
        + sum(f"{small} ".count(letters) for letters in _LETTERS[language])
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: marks[language])
