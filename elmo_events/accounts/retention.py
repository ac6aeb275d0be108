"""The audit log is kept for two years: long enough to look into a suspicion, no longer."""

from datetime import datetime

from sqlalchemy import delete

from elmo_events.accounts.models import AuditEntry
from elmo_events.accounts.rules import AUDIT_KEPT
from elmo_events.foundation.database import db
from elmo_events.foundation.retention import forgets


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("old audit entries")
def forget_old_entries(moment: datetime) -> int:
    deleted = db.session.execute(delete(AuditEntry).where(AuditEntry.at < moment - AUDIT_KEPT))
    return int(deleted.rowcount)  # type: ignore[attr-defined]
