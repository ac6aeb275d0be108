"""What a participant is asked. Which ways to attend exist is the event's to say; actions check what was chosen."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, HiddenField, SelectField, TelField
from wtforms.validators import Length, Optional, ValidationError

from elmo_events.foundation.clock import now
from elmo_events.foundation.fields import AN_ADDRESS, CheckboxesField, PhoneNumber, WayField, WithoutAddress, number
from elmo_events.foundation.forms import Filled, Form, LineField, TextField, choices
from elmo_events.foundation.languages import LETTER_LANGUAGES, UI_LANGUAGES
from elmo_events.foundation.links import read, sign
from elmo_events.registration.rules import Choice, Facts, Person

STARTED = "sign-up form"
FIRST_NAME, LAST_NAME = _l("Write your first name."), _l("Write your last name.")


def start_token() -> str:
    """When a form was shown, signed, so that a machine can't say that it was long ago."""
    return sign(STARTED, now().timestamp())


class DetailsForm(Form):
    """What is asked at sign-up and can be changed later."""

    admission = WayField(_l("How you attend"), [Filled(_l("Choose how you attend."))])
    parts = CheckboxesField(_l("Which parts you attend"))
    extras = CheckboxesField(_l("Extras"))
    first_name = LineField(_l("First name"), [Filled(FIRST_NAME), Length(max=100), WithoutAddress(FIRST_NAME)])
    last_name = LineField(_l("Last name"), [Filled(LAST_NAME), Length(max=100), WithoutAddress(LAST_NAME)])
    email = EmailField(_l("Email address"), [Filled(_l("Write your email address.")), *AN_ADDRESS])
    organisation = LineField(_l("Organisation"), [Filled(_l("Write your organisation.")), Length(max=200)])
    organisation_type = SelectField(_l("Type of organisation"), [Optional()], coerce=number, validate_choice=False)
    region = SelectField(_l("Region"), [Optional()], validate_choice=False)
    job_title = LineField(_l("Job title"), [Length(max=200)])
    phone = TelField(
        _l("Phone number"), [Optional(), PhoneNumber()], filters=[lambda text: " ".join((text or "").split())]
    )
    diet = TextField(_l("Dietary requirements and allergies"), [Length(max=500)])
    diet_consent = BooleanField(
        _l(
            "I agree that the organiser may use what I wrote about my dietary requirements to order food. "
            "I can withdraw my consent at any time."
        )
    )
    accessibility = TextField(_l("Accessibility needs"), [Length(max=1000)])
    message = TextField(_l("Message to the organiser"), [Length(max=2000)])
    may_be_listed = BooleanField(_l("My name and organisation may be shown on the list of participants"))
    language = SelectField(_l("Language of the emails"), choices=choices(list(LETTER_LANGUAGES.items())))

    def __init__(
        self, *, has_catering: Callable[[int, list[int]], bool], asks_parts: bool = False, **options: Any
    ) -> None:
        self._has_catering, self._asks_parts = has_catering, asks_parts
        super().__init__(**options)

    def validate_parts(self, field: Any) -> None:
        if self._asks_parts and not field.data:
            raise ValidationError(_l("Choose the parts you will attend."))

    def validate_diet_consent(self, field: Any) -> None:
        """A diet may tell of health or belief: it is kept only with its own consent, and only where there is food."""
        asked = self.diet.data and not field.data and self.admission.data is not None
        if asked and self._has_catering(self.admission.data, self.extras.data or []):
            raise ValidationError(_l("Tick this box, or leave the dietary requirements empty."))

    def person(self, email: str) -> Person:
        return Person(self.first_name.data or "", self.last_name.data or "", email)

    @property
    def choice(self) -> Choice:
        return Choice(self.admission.data, frozenset(self.extras.data or ()), frozenset(self.parts.data or ()))

    @property
    def facts(self) -> Facts:
        return Facts(
            organisation=self.organisation.data or "",
            organisation_type_id=self.organisation_type.data,
            job_title=self.job_title.data or "",
            phone=self.phone.data or "",
            region_code=self.region.data or None,
            message=self.message.data or "",
            may_be_listed=self.may_be_listed.data,
            language=self.language.data,
            diet=(self.diet.data or "") if self.diet_consent.data else "",
            accessibility=self.accessibility.data or "",
        )


class SignUpForm(DetailsForm):
    """The sign-up form. A machine gives itself away by its haste, or by filling in a field that people don't see."""

    website = LineField(_l("Leave this field empty"))
    started = HiddenField()

    def begin(self, language: str, started: str) -> None:
        """Fill in what the empty form holds: when it was shown (a `start_token`), and the language."""
        self.started.data = started
        self.language.data = language if language in UI_LANGUAGES else "fi"

    def refuse_machines(self, minimum_seconds: float) -> bool:
        """Whether it looks filled in by a person; if not, a sentence says what to do, and all that was typed is kept."""
        if self.website.data:
            self.website.data = ""
            self.add_error(
                None, _l("A field that should be empty had text in it. It is empty now: send the form again.")
            )
            return False
        if minimum_seconds <= 0:
            return True
        shown_at = read(STARTED, self.started.data or "")
        if not isinstance(shown_at, float) or now().timestamp() - shown_at < minimum_seconds:
            self.started.data = self.started.data if isinstance(shown_at, float) else start_token()
            self.add_error(None, _l("The form was sent very quickly. Check it and send it again."))
            return False
        return True


class ChangeForm(DetailsForm):
    """The address stays: the personal link belongs to it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        del self.email
