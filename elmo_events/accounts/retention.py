"""The audit log is kept for two years, long enough to look into a suspicion; names of closed accounts for 90 days."""

from datetime import datetime

from sqlalchemy import String, cast, delete, update

from elmo_events.accounts.models import Account, AuditEntry, UsedLink
from elmo_events.accounts.rules import AUDIT_KEPT, CLOSED_ACCOUNT_KEPT, SIGN_IN_LINK_LASTS
from elmo_events.foundation.database import db
from elmo_events.foundation.retention import forgets
from elmo_events.mail import actions as mail


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("old audit entries")
def forget_old_entries(moment: datetime) -> int:
    deleted = db.session.execute(delete(AuditEntry).where(AuditEntry.at < moment - AUDIT_KEPT))
    return int(deleted.rowcount)  # type: ignore[attr-defined]


@forgets("letters to those who sign in")
def forget_letters(moment: datetime) -> int:
    """Writes: invitations and links that set a password are gone, with the addresses that they went to."""
    return mail.forget("account", moment) + mail.forget("sign-in", moment)


@forgets("used links")
def forget_used_links(moment: datetime) -> int:
    """Writes: what keeps a link from working twice is gone when it would not work anyway."""
    deleted = db.session.execute(delete(UsedLink).where(UsedLink.used_at < moment - 2 * SIGN_IN_LINK_LASTS))
    return int(deleted.rowcount)  # type: ignore[attr-defined]


@forgets("closed accounts")
def forget_closed_accounts(moment: datetime) -> int:
    """Writes: name, address and password of accounts closed long ago are gone; the row stays for what it did."""
    forgotten = db.session.execute(
        update(Account)
        .where(Account.closed_at < moment - CLOSED_ACCOUNT_KEPT, Account.name != "")
        .values(name="", email="closed " + cast(Account.id, String), password_hash=None)
        .execution_options(synchronize_session=False)
    )
    return int(forgotten.rowcount)  # type: ignore[attr-defined]
