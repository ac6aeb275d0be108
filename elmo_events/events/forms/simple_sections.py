"""Sections without rows: basics, texts, registration, contact and project."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, SelectMultipleField
from wtforms.validators import Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from elmo_events.events.forms.section import SectionForm
from elmo_events.events.labels import KIND_LABELS, LANGUAGE_LABELS
from elmo_events.events.rules import Basics, Contact, EventKind, RegistrationTerms, Texts
from elmo_events.foundation.fields import AN_ADDRESS
from elmo_events.foundation.forms import Filled, LineField, MomentField, TranslatedField, choices

LONG_TEXT = 20_000


class ChoicesField(SelectMultipleField):
    """Checkboxes: any of them may be ticked."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class BasicsForm(SectionForm):
    kind = SelectField(_l("Kind of event"), choices=choices(list(KIND_LABELS.items())), coerce=EventKind)
    title = TranslatedField(_l("Title"), most=150)
    summary = TranslatedField(
        _l("Summary"),
        most=400,
        long=True,
        description=_l("One or two sentences, shown in lists of events and at the top of the event's page."),
    )
    slug = LineField(
        _l("Address of the page"),
        [Length(max=80), Filled()],
        description=_l("The end of the event's web address. It can't be changed once the event has been published."),
    )
    languages = ChoicesField(_l("Languages spoken at the event"), choices=choices(list(LANGUAGE_LABELS.items())))
    theme_ids = ChoicesField(_l("Themes"), coerce=int)
    region_codes = ChoicesField(
        _l("Regions"), description=_l("The regions that the event is for. They are highlighted on the map.")
    )

    @property
    def facts(self) -> Basics:
        return Basics(
            kind=self.kind.data,
            title=self.title.data,
            summary=self.summary.data,
            slug=self.slug.data or "",
            languages=tuple(self.languages.data or ()),
            theme_ids=tuple(self.theme_ids.data or ()),
            region_codes=tuple(self.region_codes.data or ()),
        )


class TextsForm(SectionForm):
    description = TranslatedField(
        _l("Description"), most=LONG_TEXT, long=True, description=_l("What the event is about, and for whom.")
    )
    practical = TranslatedField(
        _l("Practical information"),
        most=LONG_TEXT,
        long=True,
        description=_l("How to get there, where to park, what to bring, what is served."),
    )
    accessibility = TranslatedField(
        _l("Accessibility"),
        most=LONG_TEXT,
        long=True,
        description=_l("Step-free access, induction loop, captions, interpretation, quiet room."),
    )

    @property
    def facts(self) -> Texts:
        return Texts(self.description.data, self.practical.data, self.accessibility.data)


class RegistrationTermsForm(SectionForm):
    opens_at = MomentField(
        _l("Registration opens"), [Optional()], description=_l("Empty: as soon as the event is published.")
    )
    closes_at = MomentField(_l("Registration closes"), [Optional()], description=_l("Empty: when the event ends."))
    last_cancellation_at = MomentField(
        _l("Last moment to cancel"),
        [Optional()],
        description=_l("Until then a place that is given up goes to the first on the waiting list."),
    )
    choose_parts = BooleanField(
        _l("People choose which dates they attend"), description=_l("For an event of several dates.")
    )
    lists_participants = BooleanField(
        _l("Ask whether the name may be shown on the participants' list"),
        description=_l("Only those who say yes are shown to the other participants."),
    )
    is_photographed = BooleanField(
        _l("The event is photographed"), description=_l("People are told about this when they register.")
    )
    is_recorded = BooleanField(
        _l("The event is recorded"), description=_l("People are told about this when they register.")
    )

    @property
    def facts(self) -> RegistrationTerms:
        return RegistrationTerms(
            opens_at=self.opens_at.data,
            closes_at=self.closes_at.data,
            last_cancellation_at=self.last_cancellation_at.data,
            choose_parts=self.choose_parts.data,
            lists_participants=self.lists_participants.data,
            is_photographed=self.is_photographed.data,
            is_recorded=self.is_recorded.data,
        )


class ContactForm(SectionForm):
    contact_name = LineField(_l("Name"), [Length(max=200)])
    contact_email = LineField(_l("Email address"), [Optional(), *AN_ADDRESS])
    contact_phone = LineField(_l("Phone number"), [Length(max=40)])
    project_id = SelectField(
        _l("Project"), coerce=lambda value: int(value) if value not in {"", "None", None} else None
    )

    @property
    def facts(self) -> Contact:
        return Contact(
            contact_name=self.contact_name.data or "",
            contact_email=self.contact_email.data or "",
            contact_phone=self.contact_phone.data or "",
            project_id=self.project_id.data,
        )
