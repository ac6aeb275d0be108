"""What a text speaks of, as two vectors: concepts (with those above them) and words. Each knows what the text says literally."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from elmo_events.matchmaking.score.concepts import Concepts
from elmo_events.matchmaking.score.finder import Finder
from elmo_events.matchmaking.score.text import Reading

GENERAL = 0.35  # a concept that says how, not what
EACH_LEVEL_UP = 0.5
WHOLE_WORD, PART_OF_WORD = 1.0, 0.6
SHORTEST_TERM = 3


@dataclass
class Facts:
    """`concepts`, `terms`: how strongly; `surfaces`: of each, the words of the text that brought it in."""

    concepts: dict[str, float] = field(default_factory=dict)
    terms: dict[str, float] = field(default_factory=dict)
    surfaces: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.concepts or self.terms)

    def take_in(self, other: "Facts") -> None:
        for concept, strength in other.concepts.items():
            self.concepts[concept] = max(self.concepts.get(concept, 0.0), strength)
        for term, strength in other.terms.items():
            self.terms[term] = max(self.terms.get(term, 0.0), strength)
        self.surfaces = other.surfaces | self.surfaces


def facts_of(texts: Mapping[str, str], finder: Finder) -> Facts:
    """Of one text that may be written in several languages."""
    facts = Facts()
    for language, text in texts.items():
        if text:
            facts.take_in(_facts_of(finder.reader.read(text, language), finder))
    return facts


def joined(all_facts: Iterable[Facts]) -> Facts:
    whole = Facts()
    for facts in all_facts:
        whole.take_in(facts)
    return whole


def _facts_of(reading: Reading, finder: Finder) -> Facts:
    facts = Facts()
    for found in finder.found_in(reading):
        strength = found.sureness * (GENERAL if finder.concepts.by_key[found.concept].is_general else 1.0)
        for concept, share in _upwards(found.concept, finder.concepts):
            if strength * share > facts.concepts.get(concept, 0.0):
                facts.concepts[concept] = strength * share
                facts.surfaces[concept] = found.surface
    for word in reading.words:
        if word.is_stopword or (word.surface.isalpha() and len(word.lemma) < SHORTEST_TERM):
            continue
        terms = {(word.lemma, WHOLE_WORD), *((part, PART_OF_WORD) for part in word.parts if len(word.parts) > 1)}
        for term, strength in terms:
            key = _term_key(term)
            if strength > facts.terms.get(key, 0.0):
                facts.terms[key] = strength
                facts.surfaces[key] = word.surface
    return facts


def _term_key(term: str) -> str:
    return f"={term}"  # terms and concepts share `surfaces`


def _upwards(concept: str, concepts: Concepts) -> Iterable[tuple[str, float]]:
    yield concept, 1.0
    share = EACH_LEVEL_UP
    for broader in concepts.above(concept):
        yield broader, share * (GENERAL if concepts.by_key[broader].is_general else 1.0)
        share *= EACH_LEVEL_UP
