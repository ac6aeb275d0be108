"""What happened to a registration is noted without personal data: names of fields, ids and counts."""

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.registration.models import HistoryEntry, Registration


def note(registration: Registration, what: str, by: Account | None = None, **details: object) -> None:
    """Writes: a history entry. The registration has its id already."""
    db.session.add(
        HistoryEntry(registration_id=registration.id, what=what, account_id=by.id if by else None, details=details)
    )
