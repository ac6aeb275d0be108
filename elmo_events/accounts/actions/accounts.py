"""What becomes of an account: opened, invited to, closed, given rights, forgotten."""

from flask_babel import gettext as _

from elmo_events.accounts import emails, queries, rules
from elmo_events.accounts.actions.audit import record
from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import actions as mail


def change_own_account(account: Account, name: str, language: str) -> None:
    """Writes: the account's name and language."""
    account.name, account.language = name, language


def sign_out_everywhere(account: Account) -> None:
    """End every session of an account, and the links to set its password. Writes: the account."""
    account.session_version += 1


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


def invite_again(account: Account, by: Account) -> None:
    """Refuses: the account has a password or is closed. Writes: the e-mail, an audit entry."""
    if account.password_hash is not None or account.closed_at is not None:
        raise Refusal(_("This account needs no invitation."))
    emails.invitation(account)
    record(by, "invitation sent again", ("account", account.id))


def ask_for_password(account: Account) -> None:
    """A participant begins to work for an organiser: from now on, no link from an e-mail signs them in.

    Writes: the account, whose sessions end, and the e-mail with the link that sets a password.
    """
    account.is_participant = False
    sign_out_everywhere(account)
    emails.invitation(account)


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
