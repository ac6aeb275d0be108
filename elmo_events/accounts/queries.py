"""Which account is it? What does the audit log say?"""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select

from elmo_events.accounts import rules
from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.foundation.database import db

ENTRIES_ON_A_PAGE = 50


def account(number: int) -> Account | None:
    return db.session.get(Account, number)


def account_of_session(written: str) -> Account | None:
    """The account of a session, unless its sessions were ended or it was closed."""
    number, _, version = written.partition(".")
    if not (number.isdigit() and version.isdigit()):
        return None
    found = account(int(number))
    return found if found and found.session_version == int(version) and found.closed_at is None else None


def account_by_address(email: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.email == rules.normal_address(email)))


def accounts() -> Sequence[Account]:
    """Open ones first, by name."""
    return db.session.scalars(
        select(Account).order_by(Account.closed_at.is_not(None), func.lower(Account.name), Account.id)
    ).all()


def network_administrators() -> Sequence[Account]:
    return db.session.scalars(
        select(Account).where(Account.is_network_administrator, Account.closed_at.is_(None)).order_by(Account.id)
    ).all()


def names_of(numbers: Iterable[int | None]) -> dict[int, str]:
    """Names of accounts by id, for lists that hold ids only."""
    wanted = {number for number in numbers if number is not None}
    rows = db.session.execute(select(Account.id, Account.name).where(Account.id.in_(wanted))).all()
    return dict(rows)


def count_audit_entries(organiser_id: int) -> int:
    return (
        db.session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.organiser_id == organiser_id))
        or 0
    )


def audit_entries(organiser_id: int, offset: int = 0, most: int = ENTRIES_ON_A_PAGE) -> Sequence[AuditEntry]:
    """What was done at an organiser, newest first."""
    return db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.organiser_id == organiser_id)
        .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
        .offset(offset)
        .limit(most)
    ).all()


def audit_entries_about(kind: str, number: int) -> Sequence[AuditEntry]:
    return db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.about_kind == kind, AuditEntry.about_id == number)
        .order_by(AuditEntry.at, AuditEntry.id)
    ).all()
