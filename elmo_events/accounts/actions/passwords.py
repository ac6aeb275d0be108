"""Signing in with a password, and setting one."""

from flask_babel import gettext as _

from elmo_events.accounts import emails, queries, rules
from elmo_events.accounts.actions.accounts import sign_out_everywhere
from elmo_events.accounts.actions.audit import record
from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import lock
from elmo_events.foundation.links import read_if_fresh
from elmo_events.foundation.refusals import Refusal


def account_that_signs_in(email: str, password: str) -> Account:
    """Check who signs in; called outside a transaction, since comparing passwords is slow and would hold up all writers.

    Refuses, in the same words and the same time: unknown address, wrong password, closed account. Writes nothing.
    """
    account = queries.account_by_address(email)
    right = rules.is_password(password, account.password_hash if account else None)
    if account is None or not right or account.closed_at is not None:
        raise Refusal(_("The email address or the password is wrong."))
    return account


def note_sign_in(account: Account, password: str) -> None:
    """Writes: the time of the sign-in, and the hash anew when its cost has changed."""
    account.last_sign_in_at = now()
    if account.password_hash and rules.is_old_hash(account.password_hash):
        account.password_hash = rules.hash_password(password)


def ask_for_new_password(email: str) -> None:
    """Send the link that sets a new password, if the address has an open account; the caller answers the same anyway.

    Writes: the e-mail; an empty one, which is never sent, if there is no such account. So both take the same time.
    """
    account = queries.account_by_address(email)
    if account is not None and account.closed_at is None and not account.is_participant:
        emails.reset(account)
    else:
        emails.reset_for_nobody()


def account_of_password_link(token: str) -> Account | None:
    """Whose password this link may set; None when it is too old, was used already, or is not ours."""
    for purpose, lasts in ((emails.RESET, rules.RESET_LASTS), (emails.INVITATION, rules.INVITATION_LASTS)):
        match read_if_fresh(purpose, token, int(lasts.total_seconds())):
            case [int(number), int(version)]:
                account = queries.account(number)
                if account and account.session_version == version and account.closed_at is None:
                    return account
    return None


def set_password_by_link(token: str, password: str) -> Account:
    """Set a password with the link from an e-mail; every session of the account ends.

    Refuses: the link is used or too old; the password is easy to guess.
    Writes: the account, an audit entry.
    """
    account = account_of_password_link(token)
    if account is not None:
        lock(account)
        account = account_of_password_link(token)
    if account is None:
        raise Refusal(_("This link has been used already or is too old."))
    _set_password(account, password)
    record(account, "password set", ("account", account.id))
    return account


def change_password(account: Account, current: str, password: str) -> None:
    """Refuses: the current password is wrong; the new one is easy to guess. Writes: the account, an audit entry."""
    if not rules.is_password(current, account.password_hash):
        raise Refusal(_("This is not your current password."), field="current")
    _set_password(account, password)
    record(account, "password set", ("account", account.id))


def _set_password(account: Account, password: str) -> None:
    if len(password) < rules.SHORTEST_PASSWORD:
        raise Refusal(_("Use at least %(number)s characters.", number=rules.SHORTEST_PASSWORD), field="password")
    if rules.is_easy_to_guess(password, account.email):
        raise Refusal(
            _("This password is easy to guess. Use several words that only you would put together."), field="password"
        )
    account.password_hash = rules.hash_password(password)
    sign_out_everywhere(account)
