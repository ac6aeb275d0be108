"""Saying what is wrong with a recommendation."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from elmo_events.foundation.forms import Filled, Form, choices
from elmo_events.matchmaking.labels.people import WRONG_LABELS
from elmo_events.matchmaking.rules import LabelKind


class LabelForm(Form):
    kind = RadioField(_l("What is wrong?"), [Filled(_l("Choose what is wrong."))], coerce=str)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.kind.choices = choices([(kind.value, label) for kind, label in WRONG_LABELS.items()])

    @property
    def chosen(self) -> LabelKind:
        return LabelKind(self.kind.data)
