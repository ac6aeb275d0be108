"""What is asked of organisers: what to show in the list, and a participant's details written down by hand."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, EmailField, SearchField, SelectField, SelectMultipleField, TelField
from wtforms.validators import Length, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from elmo_events.attendees.labels import COLUMN_LABELS, SPECIAL_LABELS
from elmo_events.attendees.rules import DEFAULT_COLUMNS, Column, ListView, Selection, Special, sort_written
from elmo_events.foundation.fields import AN_ADDRESS, CheckboxesField, PhoneNumber, WayField, number
from elmo_events.foundation.forms import Filled, Form, LineField, TextField, choices
from elmo_events.foundation.languages import LETTER_LANGUAGES
from elmo_events.registration.labels import STATE_LABELS
from elmo_events.registration.rules import Choice, Facts, Person, RegistrationState


class FilterField(SelectMultipleField):
    """Any of several; what isn't among the choices is left out, so that an old link still shows a list."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        known = {choice.value for choice in self.choices or []}  # type: ignore[union-attr]
        self.data = [value for value in self.data or [] if value in known]

    def process_formdata(self, valuelist: Any) -> None:
        self.data = [value for written in valuelist if (value := _coerced(self.coerce, written)) is not None]


class FilterForm(Form):
    """The view of the list; its names are those of the URL (see `rules.ARGUMENTS`)."""

    q = SearchField(_l("Search by name, email or organisation"), [Length(max=100)])
    state = FilterField(_l("State"), choices=choices(list(STATE_LABELS.items())))
    admission = FilterField(_l("Way to attend"), coerce=int)
    extra = FilterField(_l("Extras"), coerce=int)
    part = FilterField(_l("Parts"), coerce=int)
    type = FilterField(_l("Type of organisation"), coerce=int)
    region = FilterField(_l("Region"))
    speaks = FilterField(_l("Language of the emails"), choices=choices(list(LETTER_LANGUAGES.items())))
    special = FilterField(_l("Other"), choices=choices(list(SPECIAL_LABELS.items())))
    since = DateField(_l("From"), [Optional()])
    until = DateField(_l("Until"), [Optional()])
    column = FilterField(_l("Columns"), choices=choices(list(COLUMN_LABELS.items())))

    class Meta:
        csrf = False  # it changes nothing, and its URL is to be kept and shared

    def view(self, sort: str | None, page: int) -> ListView:
        self.validate()
        kind, descending = sort_written(sort)
        columns = tuple(column for column in Column if column in (self.column.data or []))
        return ListView(self._selection(), columns or DEFAULT_COLUMNS, kind, descending, page)

    def _selection(self) -> Selection:
        return Selection(
            text=" ".join((self.q.data or "").split())[:100],
            states=tuple(RegistrationState(state) for state in self.state.data or ()),
            admission_ids=tuple(self.admission.data or ()),
            extra_ids=tuple(self.extra.data or ()),
            part_ids=tuple(self.part.data or ()),
            organisation_type_ids=tuple(self.type.data or ()),
            region_codes=tuple(self.region.data or ()),
            languages=tuple(self.speaks.data or ()),
            since=None if self.since.errors else self.since.data,
            until=None if self.until.errors else self.until.data,
            specials=tuple(Special(special) for special in self.special.data or ()),
        )


class ParticipantForm(Form):
    """What a participant would have said; only the name and the way to attend must be known."""

    admission = WayField(_l("Way to attend"), [Filled(_l("Choose a way to attend."))])
    parts = CheckboxesField(_l("Parts"))
    extras = CheckboxesField(_l("Extras"))
    first_name = LineField(_l("First name"), [Filled(_l("Write the first name.")), Length(max=100)])
    last_name = LineField(_l("Last name"), [Filled(_l("Write the last name.")), Length(max=100)])
    email = EmailField(_l("Email address"), [Filled(_l("Write the email address.")), *AN_ADDRESS])
    organisation = LineField(_l("Organisation"), [Length(max=200)])
    organisation_type = SelectField(_l("Type of organisation"), [Optional()], coerce=number, validate_choice=False)
    region = SelectField(_l("Region"), [Optional()], validate_choice=False)
    job_title = LineField(_l("Job title"), [Length(max=200)])
    phone = TelField(
        _l("Phone number"), [Optional(), PhoneNumber()], filters=[lambda text: " ".join((text or "").split())]
    )
    diet = TextField(_l("Dietary requirements and allergies"), [Length(max=500)])
    diet_consent = BooleanField(_l("The person has agreed that the organiser may use this to order food."))
    accessibility = TextField(_l("Accessibility needs"), [Length(max=1000)])
    message = TextField(_l("Message to the organiser"), [Length(max=2000)])
    may_be_listed = BooleanField(
        _l("The person has agreed that their name and organisation may be shown on the list of participants.")
    )
    language = SelectField(_l("Language of the emails"), choices=choices(list(LETTER_LANGUAGES.items())))
    tell = BooleanField(_l("Send an email about this to the person"), default=True)

    def __init__(self, *, has_catering: Callable[[int, list[int]], bool], **options: Any) -> None:
        self._has_catering = has_catering
        super().__init__(**options)

    def validate_diet_consent(self, field: Any) -> None:
        """A diet may tell of health or belief: it is kept only with the person's consent, and only where there is food."""
        asked = self.diet.data and not field.data and self.admission.data is not None
        if asked and self._has_catering(self.admission.data, self.extras.data or []):
            raise ValidationError(_l("Ask the person, or leave the dietary requirements empty."))

    @property
    def person(self) -> Person:
        return Person(self.first_name.data or "", self.last_name.data or "", self.email.data or "")

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


class CancelForm(Form):
    tell = BooleanField(_l("Send an email about this to the person"), default=True)


def _coerced(coerce: Any, written: Any) -> Any:
    try:
        return coerce(written)
    except (TypeError, ValueError):
        return None
