"""What owners of profiles are asked. Which organisations, regions and themes there are is the network's to say."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, IntegerField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import Length, NumberRange, Optional, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from elmo_events.foundation.fields import CheckboxesField, WithoutAddress, number
from elmo_events.foundation.forms import Filled, Form, LineField, TranslatedField, choices
from elmo_events.profiles.labels import KIND_LABELS, VISIBILITY_LABELS, VISIBILITY_NOTES
from elmo_events.profiles.rules import HOME, Details, StatementKind, Visibility, Wording

FIRST_NAME, LAST_NAME = _l("Write your first name."), _l("Write your last name.")
LONGEST_TITLE, LONGEST_TEXT = 120, 2000
PLAIN_FACTS = ("name", "description", "website", "city", "organisation_type_id", "region_code", "has_page")
CLUSTER_FACTS = (
    "is_cluster", "has_half_time_employee", "has_english_website", "member_count", "names_members_openly",
    "most_members_are_companies", "actor_kinds", "activities",
)  # fmt: skip


def initial_details(details: Details) -> dict[str, Any]:
    """What the form on a profile begins with."""
    plain = ("first_name", "last_name", "job_title", "organisation", "country", "may_be_recommended", "expertise")
    return {
        **{name: getattr(details, name) for name in plain},
        "organisation_type": details.organisation_type_id,
        "region": details.region_code or "",
        "themes": sorted(details.theme_ids),
        "languages": list(details.languages),
        "visibility": details.visibility.value,
    }


def initial_wording(wording: Wording) -> dict[str, Any]:
    """What the form on an offer or a need begins with."""
    return {"kind": wording.kind.value, "theme": wording.theme_id, "title": wording.title, "text": wording.text}


class VisibilityField(RadioField):
    choice_notes = {key.value: note for key, note in VISIBILITY_NOTES.items()}


class SpokenField(SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()
    choice_notes: dict[str, str] = {}


class ProfileForm(Form):
    """The owner's details. The view fills in what there is to choose from, before anything is checked."""

    first_name = LineField(_l("First name"), [Filled(FIRST_NAME), Length(max=100), WithoutAddress(FIRST_NAME)])
    last_name = LineField(_l("Last name"), [Filled(LAST_NAME), Length(max=100), WithoutAddress(LAST_NAME)])
    job_title = LineField(_l("Job title"), [Length(max=200)])
    organisation = LineField(_l("Organisation"), [Filled(_l("Write your organisation.")), Length(max=200)])
    organisation_type = SelectField(
        _l("Type of organisation"), [Filled(_l("Choose the type of your organisation."))], coerce=number
    )
    region = SelectField(_l("Region"), [Filled(_l("Choose your region."))])
    country = SelectField(_l("Country"), validate_choice=False)
    expertise = TranslatedField(_l("Expertise"), long=True, most=1500)
    themes = CheckboxesField(_l("Themes"))
    languages = SpokenField(_l("Languages you can meet in"))
    visibility = VisibilityField(_l("Who sees your profile"), [Filled(_l("Choose who sees your profile."))])
    may_be_recommended = BooleanField(_l("I may be recommended to others, and I get recommendations"))

    def offer(
        self,
        *,
        organisation_types: Mapping[int, str],
        regions: Mapping[str, str],
        countries: Mapping[str, str],
        languages: Mapping[str, str],
    ) -> None:
        nothing: list[tuple[Any, Any]] = [("", _l("Choose"))]
        self.organisation_type.choices = choices([*nothing, *organisation_types.items()])
        self.region.choices = choices([*nothing, *regions.items()])
        self.country.choices = choices([*nothing, *((code, name) for code, name in countries.items() if code != HOME)])
        self.languages.choices = choices(list(languages.items()))
        self.visibility.choices = choices([(key.value, label) for key, label in VISIBILITY_LABELS.items()])

    @property
    def details(self) -> Details:
        return Details(
            first_name=self.first_name.data or "",
            last_name=self.last_name.data or "",
            organisation=self.organisation.data or "",
            job_title=self.job_title.data or "",
            organisation_type_id=self.organisation_type.data,
            region_code=self.region.data or None,
            country=self.country.data or "",
            expertise=self.expertise.data,
            languages=tuple(self.languages.data or ()),
            theme_ids=frozenset(self.themes.data or ()),
            visibility=Visibility(self.visibility.data),
            may_be_recommended=self.may_be_recommended.data,
        )


class StatementForm(Form):
    """An offer or a need."""

    kind = SelectField(_l("Kind"), [Filled(_l("Choose a kind."))])
    theme = SelectField(_l("Theme"), [Optional()], coerce=number)
    title = TranslatedField(_l("Title"), most=LONGEST_TITLE)
    text = TranslatedField(_l("Description"), long=True, most=LONGEST_TEXT)

    def offer(self, themes: list[Any]) -> None:
        self.kind.choices = choices([("", _l("Choose")), *((kind.value, label) for kind, label in KIND_LABELS.items())])
        self.theme.choices = [*choices([("", _l("No theme"))]), *themes]

    @property
    def wording(self) -> Wording:
        return Wording(StatementKind(self.kind.data), self.title.data, self.text.data, self.theme.data)


class PictureForm(Form):
    picture = FileField(_l("Picture"))


class AvoidanceForm(Form):
    organisation = LineField(_l("Organisation"), [Filled(_l("Write the organisation's name.")), Length(max=200)])


class OrganisationForm(Form):
    """The page of an organisation. The view fills in what there is to choose from."""

    name = TranslatedField(_l("Name"), most=200)
    description = TranslatedField(
        _l("Description"), long=True, most=LONGEST_TEXT, description=_l("What the organisation does, in plain words.")
    )
    website = LineField(
        _l("Website"),
        [Optional(), Length(max=300), Regexp(r"^https?://\S+$", message=_l("A link begins with https://"))],
    )
    city = LineField(_l("Town or city"), [Length(max=100)])
    organisation_type_id = SelectField(_l("Type of organisation"), [Optional()], coerce=number)
    region_code = SelectField(_l("Region"), [Optional()])
    themes = CheckboxesField(_l("Themes"))
    has_page = BooleanField(_l("Show a public page about this organisation"))

    is_cluster = BooleanField(_l("It is a cluster"))
    has_half_time_employee = BooleanField(_l("At least one person works half of their time for the cluster"))
    has_english_website = BooleanField(_l("It has a website in English"))
    member_count = IntegerField(_l("Number of members"), [Optional(), NumberRange(min=0, max=100_000)])
    names_members_openly = BooleanField(_l("It names its members openly"))
    most_members_are_companies = BooleanField(_l("Most of its members are companies, small ones among them"))
    actor_kinds = SpokenField(_l("Kinds of members"), validate_choice=False)
    activities = TranslatedField(
        _l("What it does for its members"), long=True, most=LONGEST_TEXT, description=_l("One activity on each line.")
    )

    def offer(self, *, kinds: Mapping[int, str], kind_slugs: Mapping[str, str], regions: Mapping[str, str]) -> None:
        nothing: list[tuple[Any, Any]] = [("", _l("Choose"))]
        self.organisation_type_id.choices = choices([*nothing, *kinds.items()])
        self.region_code.choices = choices([*nothing, *regions.items()])
        self.actor_kinds.choices = choices(list(kind_slugs.items()))

    @property
    def plain(self) -> dict[str, Any]:
        """The organisation's columns of the same names; what only clusters say stays as it was when it is none."""
        asked = (*PLAIN_FACTS[1:], *(CLUSTER_FACTS if self.is_cluster.data else CLUSTER_FACTS[:1]))
        written = {name: getattr(self, name).data for name in asked}
        lines = {name: written[name] or "" for name in ("website", "city")}
        return written | lines | {"region_code": written["region_code"] or None}
