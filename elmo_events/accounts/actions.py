"""What can be done with accounts, and the audit log that notes what was done."""

from typing import Any

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from elmo_events.accounts import emails, queries, rules
from elmo_events.accounts.models import Account, AuditEntry, UsedLink
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.links import read_if_fresh
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import actions as mail


def record(
    account: Account | None,
    action: str,
    about: tuple[str, int | None],
    organiser_id: int | None = None,
    **details: Any,
) -> None:
    """Note in the audit log who did what to what. Details are numbers and codes, never names, addresses or answers.

    Writes: an audit entry.
    """
    kind, number = about
    db.session.add(
        AuditEntry(
            account_id=account.id if account else None,
            organiser_id=organiser_id,
            action=action,
            about_kind=kind,
            about_id=number,
            details=details,
        )
    )


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


def forget(account: Account) -> None:
    """Forget who a participant is, at their own wish; their next sign-in opens a new account.

    Refuses: the person works for an organiser, whose administrators close accounts.
    Writes: the account, which keeps its number so that nobody else gets it; its sessions end; letters with links to sign in
    are gone; an audit entry by number.
    """
    if not account.is_participant:
        raise Refusal(_("You work for an organiser: ask an administrator of the network to close your account."))
    record(account, "account erased", ("account", account.id))
    mail.drop("sign-in", 0, account.email)
    account.name, account.email, account.closed_at = "", f"closed {account.id}", now()
    sign_out_everywhere(account)


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


def ask_for_password(account: Account) -> None:
    """A participant begins to work for an organiser: from now on, no link from an e-mail signs them in.

    Writes: the account, whose sessions end, and the e-mail with the link that sets a password.
    """
    account.is_participant = False
    sign_out_everywhere(account)
    emails.invitation(account)


def change_password(account: Account, current: str, password: str) -> None:
    """Refuses: the current password is wrong; the new one is easy to guess. Writes: the account, an audit entry."""
    if not rules.is_password(current, account.password_hash):
        raise Refusal(_("This is not your current password."), field="current")
    _set_password(account, password)
    record(account, "password set", ("account", account.id))


def change_own_account(account: Account, name: str, language: str) -> None:
    """Writes: the account's name and language."""
    account.name, account.language = name, language


def sign_out_everywhere(account: Account) -> None:
    """End every session of an account, and the links to set its password. Writes: the account."""
    account.session_version += 1


def invite(email: str, name: str, language: str, by: Account | None, administrator: bool = False) -> Account:
    """Open an account and send its person the link that sets a password; a participant's account becomes one with it.

    Refuses: the address has an account with a password.
    Writes: the account, the e-mail, an audit entry.
    """
    account = queries.account_by_address(email)
    if account is not None and account.is_participant and account.closed_at is None:
        account.is_network_administrator = administrator
        ask_for_password(account)
    else:
        account = open_account(email, name, language, administrator)
        emails.invitation(account)
    record(by, "account opened", ("account", account.id), administrator=administrator)
    return account


def open_account(email: str, name: str, language: str = "fi", administrator: bool = False) -> Account:
    """Open an account without a password. Refuses: the address has one. Writes: the account."""
    if queries.account_by_address(email) is not None:
        raise Refusal(_("This address has an account already."), field="email")
    account = Account(
        email=rules.normal_address(email), name=name, language=language, is_network_administrator=administrator
    )
    db.session.add(account)
    db.session.flush()
    return account


def invite_again(account: Account, by: Account) -> None:
    """Refuses: the account has a password or is closed. Writes: the e-mail, an audit entry."""
    if account.password_hash is not None or account.closed_at is not None:
        raise Refusal(_("This account needs no invitation."))
    emails.invitation(account)
    record(by, "invitation sent again", ("account", account.id))


def close(account: Account, by: Account) -> None:
    """Close an account: nobody signs in with it any more, and its sessions end.

    Refuses: one's own account, the last network administrator.
    Writes: the account, an audit entry.
    """
    _refuse_last_administrator(account)
    if account.id == by.id:
        raise Refusal(_("You can't close your own account."))
    account.closed_at = now()
    account.is_network_administrator = False
    sign_out_everywhere(account)
    record(by, "account closed", ("account", account.id))


def reopen(account: Account, by: Account) -> None:
    """Writes: the account, an audit entry."""
    account.closed_at = None
    record(by, "account reopened", ("account", account.id))


def make_administrator(account: Account, by: Account) -> None:
    """Refuses: the account is closed. Writes: the account, an audit entry; to a participant also an invitation."""
    if account.closed_at is not None:
        raise Refusal(_("This account is closed."))
    account.is_network_administrator = True
    if account.is_participant:
        ask_for_password(account)
    record(by, "made network administrator", ("account", account.id))


def take_administration(account: Account, by: Account) -> None:
    """Refuses: the last network administrator. Writes: the account, an audit entry."""
    _refuse_last_administrator(account)
    account.is_network_administrator = False
    record(by, "no longer network administrator", ("account", account.id))


def _refuse_last_administrator(account: Account) -> None:
    administrators = queries.network_administrators()
    for administrator in administrators:  # whoever else takes one away at this moment waits
        lock(administrator)
    if [administrator.id for administrator in queries.network_administrators()] == [account.id]:
        raise Refusal(_("The network needs at least one administrator."))


def _set_password(account: Account, password: str) -> None:
    if len(password) < rules.SHORTEST_PASSWORD:
        raise Refusal(_("Use at least %(number)s characters.", number=rules.SHORTEST_PASSWORD), field="password")
    if rules.is_easy_to_guess(password, account.email):
        raise Refusal(
            _("This password is easy to guess. Use several words that only you would put together."), field="password"
        )
    account.password_hash = rules.hash_password(password)
    sign_out_everywhere(account)
