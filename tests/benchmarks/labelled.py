"""Pairs of a need and an offer that were graded by hand: 3 just what is sought, 2 clearly useful, 1 same field, 0 nothing.

One author wrote the statements and grades, before anything was tuned, and the concept list after them: the figures say how
well the score does on texts like these, and no more. Every fourth need is held out: nothing was changed for its sake.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
TUNING, HELD_OUT = "tuning", "held-out"


@dataclass(frozen=True)
class Written:
    key: str
    direction: str
    language: str
    text: str


def statements() -> dict[str, Written]:
    with (HERE / "labelled_statements.csv").open(encoding="utf-8") as file:
        return {row["key"]: Written(**row) for row in csv.DictReader(file)}


def pairs(part: str) -> Mapping[str, dict[str, int]]:
    """By need, the grades of its labelled offers."""
    found: dict[str, dict[str, int]] = {}
    with (HERE / "labelled_pairs.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["part"] == part:
                found.setdefault(row["need"], {})[row["offer"]] = int(row["grade"])
    return found
