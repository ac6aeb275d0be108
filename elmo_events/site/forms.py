"""What we ask for feedback."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import Length, Optional

from elmo_events.foundation.fields import AN_ADDRESS
from elmo_events.foundation.forms import Filled, Form, LineField, TextField, choices
from elmo_events.site.labels import FEEDBACK_LABELS
from elmo_events.site.rules import FeedbackKind


class FeedbackForm(Form):
    kind = RadioField(
        _l("What is your feedback about?"),
        choices=choices([(kind.value, label) for kind, label in FEEDBACK_LABELS.items()]),
        default=FeedbackKind.OTHER.value,
    )
    message = TextField(
        _l("Your feedback"), [Filled(_l("Write your feedback.")), Length(max=5000)], render_kw={"rows": 7}
    )
    about_page = LineField(
        _l("Page that it is about"),
        [Length(max=300)],
        description=_l("Its address or its name, if your feedback is about one page."),
    )
    name = LineField(_l("Name"), [Length(max=200)])
    email = LineField(
        _l("Email address"),
        [Optional(), *AN_ADDRESS],
        description=_l("Only if you want an answer."),
        render_kw={"type": "email"},
    )
    website = LineField(_l("Leave this field empty"))  # people don't see it; what fills it in is a machine

    @property
    def is_from_a_machine(self) -> bool:
        return bool(self.website.data)


class AnswerForm(Form):
    answer = TextField(_l("Answer"), [Filled(_l("Write an answer.")), Length(max=5000)], render_kw={"rows": 8})
