"""What is asked before an event is cancelled, copied, published, hidden or deleted."""

from flask_babel import lazy_gettext as _l

from elmo_events.events.forms.section import SectionForm
from elmo_events.foundation.day_fields import DayField
from elmo_events.foundation.forms import Filled, Form, TranslatedField


class ConfirmForm(SectionForm):
    """A button that means it."""


class CancelForm(SectionForm):
    reason = TranslatedField(
        _l("Why is the event cancelled?"),
        most=1000,
        long=True,
        description=_l("The reason is shown on the event's page and in the email to everybody who has registered."),
    )


class CopyForm(Form):
    first_day = DayField(_l("First day of the copy"), [Filled()])
