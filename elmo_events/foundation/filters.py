"""Filters over a list of a page: what can be chosen, and what the address of the page has chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request

WORDS = "words"
LONGEST_QUESTION = 100
Choice = tuple[str, Any]


@dataclass(frozen=True)
class Filter:
    """One list of choices, in groups with a name (or one without); `chosen` is empty when nothing of it was asked for."""

    name: str
    label: str
    all_label: str
    groups: Sequence[tuple[str, Sequence[Choice]]]

    @property
    def chosen(self) -> str:
        asked = request.args.get(self.name, "")
        return asked if asked in self._labels() else ""

    @property
    def chosen_label(self) -> Any:
        return self._labels().get(self.chosen, "")

    def _labels(self) -> dict[str, Any]:
        return {value: label for _name, choices in self.groups for value, label in choices}


def words_asked() -> str:
    """What is to be searched for, of a length that search bears."""
    return " ".join(request.args.get(WORDS, "").split())[:LONGEST_QUESTION]
