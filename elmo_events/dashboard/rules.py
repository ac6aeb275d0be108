"""How meetings are counted so that nobody is told of, and where the dots of a drawing stand: pure functions."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

LEAST_SHOWN = 5  # a cell that counts fewer meetings could tell who met whom
BOTH = 2  # people of a meeting; their groups, where these differ
NOBODY = ""  # a region or type that is not known


class Took(StrEnum):
    """Whether a meeting took place, as far as we know."""

    HELD = "held"
    NOT_HELD = "not held"
    UNKNOWN = "unknown"


def took_place(answers: Iterable[bool], arrived: int, absent: int) -> Took:
    """What people said counts first (one “yes” is enough), then who checked in at the table."""
    said = list(answers)
    if any(said):
        return Took.HELD
    if said:
        return Took.NOT_HELD
    if absent:
        return Took.NOT_HELD
    return Took.HELD if arrived >= BOTH else Took.UNKNOWN


@dataclass(frozen=True)
class Matrix:
    """How many meetings there were between each two groups. `cells` holds None where the number is hidden.

    Cells count from `LEAST_SHOWN` upwards or nothing. Where one number alone is hidden, the smallest one beside it is hidden
    too: else it could be worked out from the total.
    """

    keys: tuple[str, ...]
    cells: Mapping[frozenset[str], int | None]
    total: int

    def cell(self, first: str, second: str) -> int | None:
        return self.cells.get(frozenset((first, second)), 0)

    @property
    def across(self) -> int | None:
        """Meetings between different groups; None when there are too few, or that would tell of a hidden number."""
        own = [self.cells.get(frozenset((key,)), 0) for key in self.keys]
        return None if None in own else at_least_five(self.total - sum(number or 0 for number in own))

    @property
    def edges(self) -> list[tuple[str, str, int]]:
        """The pairs of different groups that can be shown, the strongest first."""
        shown = []
        for pair, number in self.cells.items():
            if number and len(pair) == BOTH:
                first, second = sorted(pair)
                shown.append((first, second, number))
        return sorted(shown, key=lambda edge: (-edge[2], edge[0], edge[1]))


def matrix_of(pairs: Iterable[tuple[str, str]], keys: Sequence[str]) -> Matrix:
    """Count pairs of groups, whichever way round they are written. Pairs with a group that is not in `keys` are left out."""
    known = set(keys)
    counted = Counter(frozenset(pair) for pair in pairs if known.issuperset(pair))
    cells: dict[frozenset[str], int | None] = dict(counted)
    hidden = [pair for pair, number in counted.items() if number < LEAST_SHOWN]
    if len(hidden) == 1 and (
        others := sorted(set(counted) - set(hidden), key=lambda pair: (counted[pair], sorted(pair)))
    ):
        hidden.append(others[0])
    cells.update(dict.fromkeys(hidden))
    return Matrix(tuple(keys), cells, counted.total())


def at_least_five(number: int) -> int | None:
    """None where the number would tell of too few people."""
    return None if 0 < number < LEAST_SHOWN else number


@dataclass(frozen=True)
class Dot:
    """Where a group stands in a drawing whose middle is 0, 0; x to the right, y down."""

    key: str
    x: float
    y: float
    anchor: str  # how its name is set: start, middle or end


def circle(keys: Sequence[str], radius: float) -> list[Dot]:
    """Groups around a circle, the first on top, clockwise."""
    dots = []
    for number, key in enumerate(keys):
        angle = 2 * math.pi * number / max(len(keys), 1)
        x, y = radius * math.sin(angle), -radius * math.cos(angle)
        anchor = "middle" if abs(x) < radius / 10 else "start" if x > 0 else "end"
        dots.append(Dot(key, round(x, 1), round(y, 1), anchor))
    return dots


def line_width(number: int, most: int) -> float:
    """Of a line that stands for so many meetings: 1.5 to 9 units."""
    return round(1.5 + 7.5 * math.sqrt(number / most), 2) if most else 1.5
