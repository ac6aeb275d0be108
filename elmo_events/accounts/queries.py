"""Which account is it?"""

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db


def account(number: int) -> Account | None:
    return db.session.get(Account, number)


def account_of_session(written: str) -> Account | None:
    """The account of a session, unless its sessions were ended or it was closed."""
    number, _, version = written.partition(".")
    if not (number.isdigit() and version.isdigit()):
        return None
    found = account(int(number))
    return found if found and found.session_version == int(version) and found.closed_at is None else None
