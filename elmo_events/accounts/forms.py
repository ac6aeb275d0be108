"""What is asked of those who sign in."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, PasswordField, RadioField
from wtforms.validators import Length, ValidationError

from elmo_events.accounts.rules import LONGEST_PASSWORD, SHORTEST_PASSWORD
from elmo_events.foundation.fields import AN_ADDRESS
from elmo_events.foundation.forms import Filled, Form, LineField, choices
from elmo_events.foundation.languages import UI_LANGUAGES

OWN_ADDRESS = [Filled(_l("Write your email address.")), *AN_ADDRESS]


class SignInForm(Form):
    email = LineField(_l("Email address"), OWN_ADDRESS)
    password = PasswordField(_l("Password"), [Filled(_l("Write your password.")), Length(max=LONGEST_PASSWORD)])
    next = HiddenField()


class SignInLinkForm(Form):
    email = LineField(_l("Email address"), OWN_ADDRESS)
    next = HiddenField()


class ForgottenPasswordForm(Form):
    email = LineField(_l("Email address"), OWN_ADDRESS)


class NewPassword(Form):
    password = PasswordField(
        _l("New password"),
        [Filled(_l("Write a new password.")), Length(max=LONGEST_PASSWORD)],
        description=_l("At least %(number)s characters. Several words are easy to remember.", number=SHORTEST_PASSWORD),
    )
    repeated = PasswordField(_l("New password again"), [Length(max=LONGEST_PASSWORD)])

    def validate_repeated(self, field: Any) -> None:
        if field.data != self.password.data:
            raise ValidationError(str(_l("The two passwords differ.")))


class ResetPasswordForm(NewPassword):
    pass


class ChangePasswordForm(NewPassword):
    current = PasswordField(
        _l("Current password"), [Filled(_l("Write your current password.")), Length(max=LONGEST_PASSWORD)]
    )


class OwnAccountForm(Form):
    name = LineField(_l("Name"), [Filled(_l("Write your name.")), Length(max=200)])
    language = RadioField(
        _l("Language of emails to you"), [Filled(_l("Choose a language."))], choices=choices(list(UI_LANGUAGES.items()))
    )


class InvitationForm(OwnAccountForm):
    email = LineField(_l("Email address"), OWN_ADDRESS)
    is_network_administrator = BooleanField(
        _l("Network administrator"),
        description=_l("Can create organisers and accounts, and change themes and projects."),
    )
