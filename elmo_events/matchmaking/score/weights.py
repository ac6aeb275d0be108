"""How much each part of the score counts. An event may have its own weights; only their proportions matter."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

HIGHEST = 1.0


class WeightsError(ValueError):
    """Weights that can't be used: `part` says which one, or is empty when all of them are zero."""

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message)
        self.part = part


@dataclass(frozen=True)
class Weights:
    """Each between 0 and 1; a part with 0 is left out."""

    offers: float = 0.35  # what one seeks, the other offers
    themes: float = 0.20  # common themes and topics
    actors: float = 0.15  # types of organisations that complement each other
    text: float = 0.10  # what both write about
    region: float = 0.10  # they come from different regions
    wishes: float = 0.05  # one has asked for the other
    freshness: float = 0.05  # they have not met before, or long ago

    def __post_init__(self) -> None:
        for part, weight in asdict(self).items():
            if not isinstance(weight, int | float) or not math.isfinite(weight) or not 0 <= weight <= HIGHEST:
                raise WeightsError(f"{part}: a weight is a number from 0 to 1.", part)
        if self.total == 0:
            raise WeightsError("At least one weight must be above 0.")

    @classmethod
    def of(cls, written: Mapping[str, float]) -> "Weights":
        """Weights by part; a part that isn't written has its default. Refuses (WeightsError) what it does not know."""
        for part in written:
            if part not in PARTS:
                raise WeightsError(f"{part}: the score has no such part.", part)
        return cls(**written)

    @property
    def total(self) -> float:
        return float(sum(getattr(self, part) for part in PARTS))

    def as_mapping(self) -> dict[str, float]:
        return asdict(self)

    def shares(self) -> dict[str, float]:
        """Their proportions: they add up to 1."""
        total = self.total
        return {part: getattr(self, part) / total for part in PARTS}


PARTS = tuple(part.name for part in fields(Weights))
