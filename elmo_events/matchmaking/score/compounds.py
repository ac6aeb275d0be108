"""Finnish and Swedish compounds in parts: kaivosvesi → kaivos + vesi, vindkraftspark → vind + kraft + park.

A word is split only into words that we know: those of the concept list and of `compound_parts.txt`. Of several ways the
one with the fewest parts is taken, then the one whose shortest part is longest.
"""

from collections.abc import Iterable

from elmo_events.foundation.lemmas import lemma

LANGUAGES = ("fi", "sv")
SHORTEST_WORD = 6
SHORTEST_PART = 4  # shorter ones only when they are written in compound_parts.txt
MOST_PARTS = 4
LONGEST_ENDING = 4
VOWELS = "aeiouyåäö"

Parts = tuple[str, ...]


class Splitter:
    """`written`: parts that may be short; `words`: more words, of which those that can't be split are parts too."""

    def __init__(self, language: str, written: Iterable[str], words: Iterable[str] = ()) -> None:
        self._language = language
        self._parts = set(written)
        self._starts = {part[:3] for part in self._parts}
        for word in sorted(set(words), key=lambda word: (len(word), word)):
            if len(word) >= SHORTEST_PART and word.isalpha() and len(self.split(word)) == 1:
                self._parts.add(word)
                self._starts.add(word[:3])

    def split(self, word: str) -> Parts:
        if len(word) < SHORTEST_WORD or not word.isalpha() or word in self._parts:
            return (word,)
        found = list(self._ways(word, MOST_PARTS))
        return min(found, key=lambda way: (len(way), -min(map(len, way)), way), default=(word,))

    def _ways(self, word: str, most: int) -> Iterable[Parts]:
        if most < MOST_PARTS and (head := self._head(word)):
            yield (head,)
        if most == 1:
            return
        for place in range(2, len(word) - 1):
            if (first := self._modifier(word[:place])) and word[place : place + 3] in self._starts:
                for rest in self._ways(word[place:], most - 1):
                    yield (first, *rest)

    def _head(self, word: str) -> str:
        """The last part may be inflected, when the dictionary did not know the compound."""
        if word in self._parts:
            return word
        if word[:3] not in self._starts or len(word) < SHORTEST_PART:
            return ""
        base = lemma(word, self._language)
        return base if base in self._parts and len(word) - len(base) <= LONGEST_ENDING else ""

    def _modifier(self, word: str) -> str:
        """A part before the last: as it is, in the genitive, or as such parts are shortened or lengthened."""
        if word in self._parts:
            return word
        for base in self._bases(word):
            if base in self._parts and len(base) >= SHORTEST_PART:
                return base
        return ""

    def _bases(self, word: str) -> Iterable[str]:
        if word[:3] not in self._starts or len(word) < SHORTEST_PART - 1:
            return
        if self._language == "fi":
            if word.endswith("n"):
                yield lemma(word, "fi")
            if word.endswith("s"):
                yield word[:-1] + "nen"
        else:
            if word.endswith("s"):
                yield word[:-1]
            if word[-1] in "uoe":
                yield word[:-1] + "a"
            if word[-1] not in VOWELS:
                yield from (word + "a", word + "e")
