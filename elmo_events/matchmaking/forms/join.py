"""Joining the meetings of an event."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import Optional

from elmo_events.foundation.fields import number
from elmo_events.foundation.forms import Form


class JoinForm(Form):
    """`registration` is asked only when several people have registered with one address."""

    registration = RadioField(
        _l("Which registration is yours?"), [Optional()], coerce=number, validate_choice=False, choices=[]
    )
