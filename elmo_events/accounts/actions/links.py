"""Signing in by a link from an e-mail."""

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from elmo_events.accounts import emails, queries, rules
from elmo_events.accounts.actions.accounts import open_account
from elmo_events.accounts.models import Account, UsedLink
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal


def send_sign_in_link(email: str, language: str) -> None:
    """Send a link that signs in once; the same is written whether the address is known or not.

    Writes: the e-mail. To somebody who needs a password it says so.
    """
    emails.sign_in_link(rules.normal_address(email), language)


def address_of_sign_in_link(token: str) -> str | None:
    """Whom this link signs in; None when it is too old, was used already, or is not ours."""
    match emails.read_sign_in_link(token):
        case [str(email), str(mark)] if db.session.get(UsedLink, mark) is None:
            return email
    return None


def use_sign_in_link(token: str, language: str) -> Account:
    """Sign somebody in by the link from an e-mail, which works once.

    Refuses: the link is used or too old; the account is closed or needs a password.
    Writes: the account if there is none, the time of the sign-in, that the link is used.
    """
    email = address_of_sign_in_link(token)
    if email is None:
        raise Refusal(_("This link has been used already or is too old."))
    try:
        with db.session.begin_nested():
            db.session.add(UsedLink(mark=emails.mark_of_sign_in_link(token)))
    except IntegrityError as error:  # used in the same moment: a second click
        raise Refusal(_("This link has been used already or is too old.")) from error
    return enter(email, language)


def enter(email: str, language: str, name: str = "") -> Account:
    """Sign in somebody who has shown that this address is theirs; who has no account gets one.

    Refuses: the account is closed, or its person works for an organiser and needs the password.
    Writes: the account if there is none, the time of the sign-in.
    """
    account = queries.account_by_address(email) or _newcomer(email, language, name)
    if account.closed_at is not None or not account.is_participant:
        raise Refusal(_("Please sign in with your password: you work for an organiser."))
    account.last_sign_in_at = now()
    return account


def _newcomer(email: str, language: str, name: str) -> Account:
    try:
        with db.session.begin_nested():
            account = open_account(email, name or email.partition("@")[0], language)
            account.is_participant = True
    except (IntegrityError, Refusal):  # opened in the same moment: a second click
        known = queries.account_by_address(email)
        if known is None:
            raise
        return known
    return account
