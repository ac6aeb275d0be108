"""What organisers are asked about an event."""

from elmo_events.events.forms.decisions import CancelForm, ConfirmForm, CopyForm
from elmo_events.events.forms.new_event import NewEventForm
from elmo_events.events.forms.offers import OffersForm
from elmo_events.events.forms.section import SectionForm
from elmo_events.events.forms.simple_sections import BasicsForm, ContactForm, RegistrationTermsForm, TextsForm
from elmo_events.events.forms.spans import DatesForm, ProgrammeForm

__all__ = [
    "BasicsForm",
    "CancelForm",
    "ConfirmForm",
    "ContactForm",
    "CopyForm",
    "DatesForm",
    "NewEventForm",
    "OffersForm",
    "ProgrammeForm",
    "RegistrationTermsForm",
    "SectionForm",
    "TextsForm",
]
