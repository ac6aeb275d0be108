"""What an organiser says to the planner: how long it may think, and which alternatives it is to compare."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, IntegerField, RadioField, SelectField
from wtforms import Form as PlainForm
from wtforms.validators import NumberRange, Optional

from elmo_events.foundation.forms import Form, choices
from elmo_events.matchmaking.forms.board import whole

SECONDS = ((20, _l("20 seconds")), (60, _l("1 minute")), (240, _l("4 minutes")), (900, _l("15 minutes")))
SLOT_MINUTES = (10, 12, 15, 20, 25, 30, 40, 45, 60)
MOST_ALTERNATIVES = 4


class PlanForm(Form):
    seconds = RadioField(
        _l("How long it may take"),
        coerce=whole,
        choices=choices(SECONDS),
        default=60,
        description=_l("It ends sooner when nothing better is possible. You can stop it, and keep the best so far."),
    )


class AlternativeForm(PlainForm):
    tables = IntegerField(_l("Tables more or fewer"), [Optional(), NumberRange(-500, 500)])
    slot_minutes = SelectField(
        _l("Length of a slot"),
        coerce=whole,
        choices=choices(
            [(0, _l("as now")), *((length, _l("%(number)s min", number=length)) for length in SLOT_MINUTES)]
        ),
        default=0,
    )
    extra_minutes = IntegerField(_l("One more block, minutes"), [Optional(), NumberRange(0, 600)])


class WhatIfForm(Form):
    rows = FieldList(FormField(AlternativeForm), min_entries=MOST_ALTERNATIVES, max_entries=MOST_ALTERNATIVES)

    @property
    def alternatives(self) -> list[dict[str, Any]]:
        """Those in which something is different."""
        typed = (row.form.data for row in self.rows)
        chosen = ({name: value for name, value in row.items() if value} for row in typed)
        return [row for row in chosen if row]
