"""Which account is it? What does the audit log say?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from elmo_events.accounts import rules
from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.foundation.database import db
from elmo_events.foundation.links import external_url, read_if_fresh, sign_for_a_while

ENTRIES_ON_A_PAGE = 50
ENTRY = "accounts.entry"
FIRST_VERSION = 1  # of an account's sessions


class Entry(NamedTuple):
    """What a link in a letter says: whose address it was sent to, and where it leads."""

    email: str
    path: str


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


def entry_url(email: str, language: str, path: str) -> str:
    """An address for letters: it opens a page with a button that signs its receiver in and goes on to `path`.

    Only for letters that go to this very address: whoever reads them there has shown whose it is. It ends when the
    account's sessions do. `path` is one of ours, such as `url_for(…, language=language)` gives.
    """
    account = account_by_address(email)
    version = account.session_version if account else FIRST_VERSION
    token = sign_for_a_while(ENTRY, [rules.normal_address(email), path, version])
    return external_url("accounts.enter", token=token, language=language)


def entry_of(token: str) -> Entry | None:
    """What the link says; None when it is not ours, too old, or its account's sessions were ended since."""
    match read_if_fresh(ENTRY, token, int(rules.ENTRY_LASTS.total_seconds())):
        case [str(email), str(path), int(version)]:
            account = account_by_address(email)
            current = account.session_version if account else FIRST_VERSION
            is_closed = account is not None and account.closed_at is not None
            return Entry(email, path) if version == current and not is_closed else None
    return None


def accounts() -> Sequence[Account]:
    """Of those who work for organisers or the network; open ones first, by name."""
    return db.session.scalars(
        select(Account)
        .where(Account.is_participant.is_(False))
        .order_by(Account.closed_at.is_not(None), func.lower(Account.name), Account.id)
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
