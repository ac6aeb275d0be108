"""E-mails to those who sign in: an invitation, and the link that sets a new password."""

from typing import Any

from flask_babel import gettext as _

from elmo_events.accounts import queries, rules
from elmo_events.accounts.models import Account
from elmo_events.foundation.links import external_url, read_if_fresh, sign_for_a_while
from elmo_events.mail.actions import write
from elmo_events.mail.letters import Letter, letter, render
from elmo_events.mail.models import Message

RESET, INVITATION = "accounts.reset", "accounts.invitation"
SIGN_IN = "accounts.sign_in_link"


def reset(account: Account) -> None:
    _write(RESET, account)


def reset_for_nobody() -> None:
    """Its account doesn't exist: whoever sends it finds nothing to write."""
    write(RESET, to_name="", to_address="", language="en", about=("account", 0))


def invitation(account: Account) -> None:
    _write(INVITATION, account)


def sign_in_link(email: str, language: str) -> None:
    write(SIGN_IN, to_name="", to_address=email, language=language, about=("sign-in", 0))


def read_sign_in_link(token: str) -> Any:
    return read_if_fresh(SIGN_IN, token, int(rules.SIGN_IN_LINK_LASTS.total_seconds()))


def mark_of_sign_in_link(token: str) -> str:
    return str(read_sign_in_link(token)[1])


def password_url(account: Account, purpose: str) -> str:
    """The link that sets a password. The session version in it makes it work once: a new password raises the version."""
    token = sign_for_a_while(purpose, [account.id, account.session_version])
    return external_url("accounts.reset_password", token=token, language=account.language)


def _write(kind: str, account: Account) -> None:
    write(
        kind, to_name=account.name, to_address=account.email, language=account.language, about=("account", account.id)
    )


@letter(RESET)
def compose_reset(message: Message) -> Letter | None:
    return _compose(message, RESET, "accounts/emails/reset", _("Set a new password for ELMO Events"))


@letter(SIGN_IN)
def compose_sign_in_link(message: Message) -> Letter | None:
    """The message's own id makes the link one that works once, however often the letter is sent."""
    account = queries.account_by_address(message.to_address)
    if account is not None and account.closed_at is not None:
        return None
    needs_password = account is not None and not account.is_participant
    token = sign_for_a_while(SIGN_IN, [message.to_address, message.message_id.strip("<>").partition("@")[0]])
    subject = _("Sign in to ELMO Events")
    text, html = render(
        "accounts/emails/sign_in_link",
        subject,
        needs_password=needs_password,
        minutes=int(rules.SIGN_IN_LINK_LASTS.total_seconds()) // 60,
        url=external_url("accounts.sign_in") + "?way=password"
        if needs_password
        else external_url("accounts.use_link", token=token),
    )
    return Letter(subject, text, html)


@letter(INVITATION)
def compose_invitation(message: Message) -> Letter | None:
    return _compose(message, INVITATION, "accounts/emails/invitation", _("Your account for ELMO Events"))


def _compose(message: Message, purpose: str, template: str, subject: str) -> Letter | None:
    account = queries.account(message.about_id)
    if account is None or account.closed_at is not None:
        return None
    text, html = render(template, subject, account=account, url=password_url(account, purpose))
    return Letter(subject, text, html)
