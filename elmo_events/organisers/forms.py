"""What is asked about organisers, their members and their privacy notices."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField
from wtforms.validators import URL, Length, Optional

from elmo_events.foundation.fields import AN_ADDRESS
from elmo_events.foundation.forms import Filled, Form, LineField, TranslatedField, choices
from elmo_events.foundation.languages import UI_LANGUAGES
from elmo_events.organisers import labels
from elmo_events.organisers.rules import Role

ALL = ("fi", "sv", "en")
ADDRESS_NEEDED = [Filled(_l("Write an email address.")), *AN_ADDRESS]


class OrganiserForm(Form):
    name = TranslatedField(_l("Name"), required=ALL)
    is_bilingual = BooleanField(
        _l("Bilingual by law (Finnish and Swedish)"),
        description=_l("Events must then have Finnish and Swedish texts before they are published."),
    )
    region_code = SelectField(_l("Region"))
    email = LineField(_l("Email address"), ADDRESS_NEEDED, description=_l("Public: on the pages of your events."))
    phone = LineField(_l("Phone number"), [Length(max=40)])
    website = LineField(
        _l("Website"),
        [Optional(), Length(max=300), URL(message=_l("Write a whole address, such as https://example.org."))],
    )

    def offer_regions(self, pairs: list[tuple[str, str]]) -> None:
        self.region_code.choices = choices([("", _l("None")), *pairs])

    @property
    def facts(self) -> dict[str, Any]:
        """The organiser's columns."""
        return {
            "name": self.name.data,
            "is_bilingual": self.is_bilingual.data,
            "region_code": self.region_code.data or None,
            "email": self.email.data,
            "phone": self.phone.data,
            "website": self.website.data,
        }


class MemberForm(Form):
    name = LineField(_l("Name"), [Filled(_l("Write the person's name.")), Length(max=200)])
    email = LineField(_l("Email address"), ADDRESS_NEEDED)
    language = RadioField(
        _l("Language of emails"), [Filled(_l("Choose a language."))], choices=choices(list(UI_LANGUAGES.items()))
    )
    role = RadioField(
        _l("Role"),
        [Filled(_l("Choose a role."))],
        choices=choices([(role.value, labels.ROLES[role]) for role in (Role.EDITOR, Role.MANAGER)]),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        notes = {role.value: note for role, note in labels.ROLE_NOTES.items()}
        self.role.choice_notes = notes  # type: ignore[attr-defined]  # the form macro reads it


class NewOrganiserForm(OrganiserForm):
    manager_name = LineField(_l("First manager's name"), [Filled(_l("Write the person's name.")), Length(max=200)])
    manager_email = LineField(_l("First manager's email address"), ADDRESS_NEEDED)


class PrivacyNoticeForm(Form):
    text = TranslatedField(_l("Text"), long=True, most=20_000, required=("fi",))
