"""What counts how much in recommendations."""

from collections.abc import Mapping
from typing import Any

from wtforms import IntegerField
from wtforms.validators import NumberRange

from elmo_events.foundation.forms import Filled, Form
from elmo_events.matchmaking.labels.settings import PART_LABELS, PART_NOTES
from elmo_events.matchmaking.score.weights import PARTS

HUNDRED = 100


def _points(part: str) -> IntegerField:
    return IntegerField(PART_LABELS[part], [Filled(), NumberRange(0, HUNDRED)], description=PART_NOTES[part])


class WeightsForm(Form):
    """Points from 0 to 100 for each part of the score; only their proportions matter."""

    offers = _points("offers")
    themes = _points("themes")
    actors = _points("actors")
    text = _points("text")
    region = _points("region")
    wishes = _points("wishes")
    freshness = _points("freshness")

    @property
    def weights(self) -> dict[str, float]:
        return {part: (self[part].data or 0) / HUNDRED for part in PARTS}


def points_of(weights: Mapping[str, float]) -> dict[str, Any]:
    return {part: round(weight * HUNDRED) for part, weight in weights.items()}
