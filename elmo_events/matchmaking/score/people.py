"""What the score knows of people: who they are, what they offer and seek, and the taxonomy that their themes come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["offer", "need"]
Key = int


@dataclass(frozen=True)
class Statement:
    """An offer or a need. `texts`: title and text together, by the language that they are written in.

    `kind` is one of the kinds of statements (business, technology, research, …), `theme` the slug of a theme or topic.
    """

    key: int
    direction: Direction
    kind: str
    theme: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """One person of an event. Colleagues (same `organisation`, if known) are never recommended to each other.

    `kind` is the slug of an organisation type, `themes` are slugs of themes and topics, `expertise` is text by language.
    `met_before`: whom they have met, and how many years ago. `wants`: whom they have said that they want to meet; the
    other is told so, so that only what was meant for them may stand here.
    """

    key: Key
    organisation: int | str | None = None
    kind: str | None = None
    region: str | None = None
    country: str = "FI"
    themes: frozenset[str] = frozenset()
    statements: tuple[Statement, ...] = ()
    expertise: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    met_before: Mapping[Key, float] = field(default_factory=dict)
    wants: frozenset[Key] = frozenset()

    @property
    def offers(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.direction == "offer")

    @property
    def needs(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.direction == "need")


@dataclass(frozen=True)
class Taxonomy:
    """`parents`: the theme above each theme or topic (None: it is a theme). `names`: by slug and language.

    `region_kinds`: network, finland or abroad, by the code of a region.
    """

    parents: Mapping[str, str | None] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    region_kinds: Mapping[str, str] = field(default_factory=dict)
