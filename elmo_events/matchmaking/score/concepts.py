"""The concept list: what people of our field speak of, with its names in Finnish, Swedish and English.

It is a file of rows (`concepts.csv`); an organiser may add a file with the same columns, whose rows add concepts or
replace those with the same key. Columns with `_more` hold further names, with `|` between them. A concept with a mark in
`general` says how something is done (pilot, training), not what it is about, and counts less.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from elmo_events.foundation.lemmas import LANGUAGES

OWN_FILE = Path(__file__).with_name("concepts.csv")
COLUMNS = ("key", "theme", "broader", "general", "fi", "sv", "en", "fi_more", "sv_more", "en_more")
MOST_LEVELS = 6


class ConceptsError(ValueError):
    """A concept list that can't be used: the message names the file and the line."""


@dataclass(frozen=True)
class Concept:
    key: str
    theme: str
    broader: str
    is_general: bool
    label: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]  # by language, the label first


@dataclass(frozen=True)
class Concepts:
    by_key: Mapping[str, Concept] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.by_key)

    def above(self, key: str) -> Iterator[str]:
        """The broader concepts of one, nearest first."""
        for _ in range(MOST_LEVELS):
            key = self.by_key[key].broader
            if not key:
                return
            yield key


@cache
def own_concepts() -> Concepts:
    return read_concepts(OWN_FILE)


@cache
def read_concepts(*files: Path) -> Concepts:
    """The concepts of these files; a later file adds to an earlier one. Refuses (ConceptsError) the first mistake."""
    found: dict[str, Concept] = {}
    lines: dict[str, str] = {}
    for path in files:
        own: set[str] = set()
        for place, row in _rows(path):
            concept = _concept(place, row)
            if concept.key in own:
                raise ConceptsError(f"{place}: “{concept.key}” stands in this file twice.")
            own.add(concept.key)
            found[concept.key], lines[concept.key] = concept, place
    _refuse_bad_order(found, lines)
    return Concepts(found)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise ConceptsError(f"{path}, line 1: the columns are {','.join(COLUMNS)}.")
            for row in reader:
                place = f"{path}, line {reader.line_num}"
                if None in row or None in row.values():
                    raise ConceptsError(f"{place}: there are not {len(COLUMNS)} columns.")
                yield place, {name: value.strip() for name, value in row.items()}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConceptsError(f"{path}: {error}") from error


def _concept(place: str, row: Mapping[str, str]) -> Concept:
    for column in ("key", *LANGUAGES):
        if not row[column]:
            raise ConceptsError(f"{place}: “{column}” is empty.")
    return Concept(
        key=row["key"],
        theme=row["theme"],
        broader=row["broader"],
        is_general=bool(row["general"]),
        label={language: row[language] for language in LANGUAGES},
        names={language: tuple(_names(row, language)) for language in LANGUAGES},
    )


def _names(row: Mapping[str, str], language: str) -> Iterable[str]:
    yield row[language]
    yield from (name.strip() for name in row[f"{language}_more"].split("|") if name.strip())


def _refuse_bad_order(found: Mapping[str, Concept], lines: Mapping[str, str]) -> None:
    for key, concept in found.items():
        if concept.broader and concept.broader not in found:
            raise ConceptsError(f"{lines[key]}: there is no broader concept “{concept.broader}”.")
        seen = [key]
        while broader := found[seen[-1]].broader:
            if broader in seen or broader not in found:
                raise ConceptsError(f"{lines[key]}: “{key}” ends up above itself, or below nothing.")
            seen.append(broader)
