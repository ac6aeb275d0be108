"""The accessibility statement's facts, from a data file that is reviewed every year."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from elmo_events.foundation.languages import LanguageText, in_language
from elmo_events.site.texts import FOLDER


class Conformance(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


@dataclass(frozen=True)
class Shortcoming:
    """What is not accessible yet, why, and until when; with the criteria of WCAG that it falls short of."""

    what: dict[str, str]
    why: dict[str, str]
    criteria: tuple[str, ...]

    def what_in(self, language: str) -> LanguageText:
        return in_language(self.what, language)

    def why_in(self, language: str) -> LanguageText:
        return in_language(self.why, language)


@dataclass(frozen=True)
class Statement:
    conformance: Conformance
    written_on: date
    reviewed_on: date
    method: dict[str, str]
    shortcomings: tuple[Shortcoming, ...]

    def method_in(self, language: str) -> LanguageText:
        return in_language(self.method, language)


@lru_cache
def statement() -> Statement:
    with (FOLDER / "accessibility_statement.toml").open("rb") as file:
        written = tomllib.load(file)
    return Statement(
        conformance=Conformance(written["conformance"]),
        written_on=written["written_on"],
        reviewed_on=written["reviewed_on"],
        method=written["method"],
        shortcomings=tuple(_shortcoming(entry) for entry in written.get("shortcomings", ())),
    )


def _shortcoming(entry: dict[str, Any]) -> Shortcoming:
    return Shortcoming(entry["what"], entry["why"], tuple(entry.get("criteria", ())))
