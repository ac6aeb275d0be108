"""The shape of a demo profile."""

from dataclasses import dataclass, field

from elmo_events.demo.content.shapes import Texts
from elmo_events.profiles.rules import Direction, StatementKind, Visibility


@dataclass(frozen=True)
class DemoStatement:
    direction: Direction
    kind: StatementKind
    theme: str
    title: Texts


@dataclass(frozen=True)
class DemoProfile:
    """`organisation` is the mark of one of the demo's organisations. `spoken` begins with the language of letters."""

    first_name: str
    last_name: str
    organisation: str
    job_title: str
    spoken: tuple[str, ...]
    expertise: Texts
    statements: tuple[DemoStatement, ...] = ()
    visibility: Visibility = Visibility.NETWORK
    themes: tuple[str, ...] = field(default=())

    @property
    def all_themes(self) -> set[str]:
        return {*self.themes, *(statement.theme for statement in self.statements)}


def offer(kind: str, theme: str, **title: str) -> DemoStatement:
    return DemoStatement(Direction.OFFER, StatementKind(kind), theme, title)


def need(kind: str, theme: str, **title: str) -> DemoStatement:
    return DemoStatement(Direction.NEED, StatementKind(kind), theme, title)
