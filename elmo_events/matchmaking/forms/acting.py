"""What an organiser writes when they ask for a participant."""

from flask_babel import lazy_gettext as _l
from wtforms.validators import Length

from elmo_events.foundation.forms import TextField
from elmo_events.matchmaking.forms.request import LONGEST_MESSAGE, SlotForm


class AskForForm(SlotForm):
    message = TextField(
        _l("Message"),
        [Length(max=LONGEST_MESSAGE)],
        description=_l("In the name of the participant. May be left empty."),
    )
