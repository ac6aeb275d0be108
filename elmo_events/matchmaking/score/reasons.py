"""Why two people match, as codes and literal words: a page writes it out in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from elmo_events.matchmaking.score.people import Key

MOST_REASONS = 3


class ReasonKind(StrEnum):
    THEY_OFFER = "they-offer"  # what the reader seeks
    THEY_SEEK = "they-seek"  # what the reader offers
    TEXT = "text"  # both write about the same
    THEMES = "themes"
    ACTORS = "actors"  # types of organisations that complement each other
    REGION = "region"  # from different regions
    WISH = "wish"  # the other has said that they want to meet the reader


@dataclass(frozen=True)
class Reason:
    """`points` of the 100 that it brought. What the other fields hold depends on `kind`; they are empty otherwise.

    `need`, `offer`: keys of the two statements (they-offer: the reader's need; they-seek: the reader's offer).
    `concepts`: what both speak of, each with its name in fi, sv and en. `mine`, `theirs`: words as they stand in the
    reader's and in the other's text, pair by pair: those of a concept, or simply the same word.
    `themes`: slugs of themes and topics. `pair`: the reader's and the other's organisation type (actors) or region.
    """

    kind: ReasonKind
    points: float
    need: int | None = None
    offer: int | None = None
    concepts: tuple[Mapping[str, str], ...] = ()
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        written: dict[str, Any] = {"kind": self.kind.value, "points": round(self.points, 1)}
        if self.need is not None and self.offer is not None:
            written |= {"need": self.need, "offer": self.offer}
        lists = {
            "concepts": [dict(concept) for concept in self.concepts],
            "mine": list(self.mine),
            "theirs": list(self.theirs),
            "themes": list(self.themes),
            "pair": list(self.pair),
        }
        return written | {name: items for name, items in lists.items() if items}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> "Reason":
        return cls(
            kind=ReasonKind(written["kind"]),
            points=float(written["points"]),
            need=written.get("need"),
            offer=written.get("offer"),
            concepts=tuple(written.get("concepts", ())),
            mine=tuple(written.get("mine", ())),
            theirs=tuple(written.get("theirs", ())),
            themes=tuple(written.get("themes", ())),
            pair=tuple(written.get("pair", ())),
        )


@dataclass(frozen=True)
class Match:
    """How well somebody fits a reader, from 0 to 100. `score` is the same for both of them.

    `forward`: what the other is worth to the reader; `backward`: what the reader is worth to the other. `worth` is what
    the reader's list is ordered by: the score, leaning a little towards `forward`.
    `few_facts`: one of them has written nothing yet, so that only themes and organisation types count.
    """

    other: Key
    score: float
    worth: float
    forward: float
    backward: float
    few_facts: bool
    reasons: tuple[Reason, ...]
