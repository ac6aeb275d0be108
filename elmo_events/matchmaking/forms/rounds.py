"""How many rounds of speed networking there shall be, and when."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.validators import NumberRange

from elmo_events.foundation.forms import Filled, Form

MOST_ROUNDS = 30


class RoundsForm(Form):
    block = SelectField(_l("Block"), coerce=int)
    number = IntegerField(_l("How many rounds"), [Filled(), NumberRange(1, MOST_ROUNDS)])
