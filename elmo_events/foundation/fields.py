"""Fields and checks that forms of many features share: addresses, phone numbers, choices with notes."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField
from wtforms.validators import Length, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from elmo_events.foundation.incoming import whole_number

MOST_CHOICES = 500  # a statement can't name any number of rows
WEB_ADDRESS = re.compile(r"://|\bwww\.|\.\w{2,}/", re.IGNORECASE)
PHONE = re.compile(r"\+?[\d\s()/.\-\N{NO-BREAK SPACE}]{4,39}")


class EmailAddress:
    """Refuses what can't be an address, and writes it as it is sent to. No DNS is asked: that would tell it to others."""

    def __call__(self, form: Any, field: Any) -> None:
        if not field.data:
            return
        try:
            field.data = validate_email(
                "".join(field.data.split()), check_deliverability=False, allow_smtputf8=False
            ).normalized
        except EmailNotValidError as error:
            raise ValidationError(_l("Write an email address such as name@example.org.")) from error


AN_ADDRESS = (Length(max=254), EmailAddress())  # as RFC 5321 limits it; whether there must be one, the form says


class PhoneNumber:
    def __call__(self, form: Any, field: Any) -> None:
        if not PHONE.fullmatch(field.data) or sum(letter.isdigit() for letter in field.data) < 5:  # noqa: PLR2004
            raise ValidationError(_l("Write a phone number such as +358 40 123 4567."))


class WithoutAddress:
    """Refuses a web address in a name: our letter would carry it to whomever a stranger signs up."""

    def __init__(self, sentence: Any) -> None:
        self.sentence = sentence

    def __call__(self, form: Any, field: Any) -> None:
        if WEB_ADDRESS.search(field.data or ""):
            raise ValidationError(self.sentence)


def number(written: Any) -> int | None:
    return whole_number(written) if written not in {None, ""} else None


class WayField(RadioField):
    """One of several, each with a note; whether a choice exists is checked by the action, which reads the event afresh."""

    choice_notes: dict[int, str] = {}  # replaced, never changed

    def __init__(self, label: Any, validators: Any, **options: Any) -> None:
        super().__init__(label, validators, coerce=number, validate_choice=False, **options)


class CheckboxesField(SelectMultipleField):
    """Any of several; as above."""

    choice_notes: dict[int, str] = {}
    disabled_choices: Collection[int] = ()
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label, coerce=whole_number, validate_choice=False, **options)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        super().process_formdata(list(dict.fromkeys(valuelist))[:MOST_CHOICES])
