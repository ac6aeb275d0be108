"""What an organiser says on the board: where a meeting is to stand, and who else is to meet."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField

from elmo_events.foundation.forms import Filled, Form
from elmo_events.foundation.incoming import whole_number

NOT_CHOSEN = 0


def whole(text: Any) -> int:
    return whole_number(text or 0)


class SlotField(RadioField):
    """One slot, each with what is in the way there; whether it is free is checked by the action."""

    choice_notes: dict[int, str] = {}  # replaced, never changed
    disabled_choices: frozenset[int] = frozenset()


class PlaceForm(Form):
    slot = SlotField(_l("Slot"), coerce=whole, validators=[Filled(_l("Choose a slot."))], validate_choice=False)
    table = SelectField(
        _l("Table"), coerce=whole, validate_choice=False, description=_l("Otherwise the first that is free.")
    )
    is_pinned = BooleanField(
        _l("Pin it there"), default=True, description=_l("Planning again leaves a pinned meeting where it is.")
    )
    confirmed = BooleanField(
        _l("Move it though both have been told"),
        description=_l("Both get a letter with the new time and table at once."),
    )


class TakeOffForm(Form):
    confirmed = BooleanField(_l("Take it off though both have been told"))


class MeetingForm(Form):
    first = SelectField(_l("Who"), coerce=whole, validators=[Filled()], validate_choice=False)
    second = SelectField(_l("With whom"), coerce=whole, validators=[Filled()], validate_choice=False)
