"""The audit log notes who did what to what."""

from typing import Any

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.foundation.database import db


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
