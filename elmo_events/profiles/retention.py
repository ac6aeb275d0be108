"""Profiles of those who stay away for a year are erased, a month after a warning, and their accounts with nothing left in
them; letters about profiles after a month.
"""

from datetime import datetime

from sqlalchemy import String, cast, exists, func, update

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.retention import forgets
from elmo_events.mail import actions as mail
from elmo_events.profiles.actions import erase
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.asking import to_be_erased
from elmo_events.profiles.rules import ABOUT, FORGOTTEN_AFTER_IDLE


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("idle profiles")
def forget_idle(moment: datetime) -> int:
    """Writes: profiles that nobody came back for are erased. Returns how many."""
    due = sorted(to_be_erased(moment), key=lambda profile: profile.id)
    for profile in due:
        lock(profile)  # all of them before their meetings, as everything does that concerns one
    for profile in due:
        erase(profile)
    return len(due)


@forgets("idle accounts of participants")
def forget_idle_accounts(moment: datetime) -> int:
    """Writes: who has no profile and did not sign in for a year is unknown here; their next sign-in opens a new account.

    The row stays, without name and address: no other account is to get its number. Returns how many.
    """
    seen = func.coalesce(Account.last_sign_in_at, Account.created_at)
    forgotten = db.session.execute(
        update(Account)
        .where(
            Account.is_participant,
            Account.closed_at.is_(None),
            seen <= moment - FORGOTTEN_AFTER_IDLE,
            ~exists().where(Profile.account_id == Account.id),
        )
        .values(
            name="",
            email="closed " + cast(Account.id, String),
            closed_at=moment,
            session_version=Account.session_version + 1,
        )
        .execution_options(synchronize_session=False)
    )
    return int(forgotten.rowcount)  # type: ignore[attr-defined]


@forgets("letters about profiles")
def forget_letters(moment: datetime) -> int:
    """Writes: what was sent to owners of profiles is gone, with the addresses that it went to."""
    return mail.forget(ABOUT, moment)
