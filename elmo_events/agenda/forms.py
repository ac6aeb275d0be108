"""What we ask after a meeting, at once and months later."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField
from wtforms.validators import Length, Optional

from elmo_events.foundation.forms import Filled, Form, LineField, choices
from elmo_events.matchmaking.labels.feedback import (
    NEXT_STEP_LABELS,
    RESULT_LABELS,
    TOOK_PLACE_LABELS,
    USEFUL_LABELS,
)


class FeedbackForm(Form):
    """Two taps; all but the first may stay open."""

    took_place = RadioField(
        _l("Did the meeting take place?"), [Filled()], choices=choices(list(TOOK_PLACE_LABELS.items()))
    )
    useful = RadioField(
        _l("Was it useful?"), [Optional()], choices=choices([(str(key), label) for key, label in USEFUL_LABELS.items()])
    )
    next_step = RadioField(
        _l("What comes next?"),
        [Optional()],
        choices=choices([(str(key), label) for key, label in NEXT_STEP_LABELS.items()]),
    )
    may_ask_later = BooleanField(_l("You may ask me in three months whether it led to something"))

    @property
    def was_held(self) -> bool:
        return bool(self.took_place.data == "yes")


class OutcomeForm(Form):
    """One choice for each meeting that somebody lets us ask about."""

    @classmethod
    def for_meetings(cls, names: Iterable[tuple[int, str, str | None]]) -> "OutcomeForm":
        """`names`: a meeting's id, whom it was with, and what was said of it before."""
        rows = list(names)
        options = choices([(str(key), label) for key, label in RESULT_LABELS.items()])
        fields = {f"meeting_{number}": RadioField(name, [Optional()], choices=options) for number, name, _said in rows}
        form: OutcomeForm = type("MeetingsForm", (cls,), fields)(
            data={f"meeting_{number}": said for number, _name, said in rows}
        )
        return form

    @property
    def results(self) -> dict[int, str]:
        found: dict[int, Any] = {
            int(name.removeprefix("meeting_")): field.data
            for name, field in self._fields.items()
            if name.startswith("meeting_")
        }
        return {number: said for number, said in found.items() if said}


class NameForm(Form):
    """Who has come to a table, without signing in."""

    name = LineField(_l("Your first or last name"), [Filled(), Length(max=200)])
