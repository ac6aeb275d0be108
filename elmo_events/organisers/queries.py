"""Which organisers are there, and who works for them?"""

from collections.abc import Sequence

from sqlalchemy import select

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.organisers.models import Membership, Organiser, PrivacyNotice
from elmo_events.organisers.rules import Role


def existing_organiser_id(number: int) -> int | None:
    return db.session.scalar(select(Organiser.id).where(Organiser.id == number))


def roles_of(account: Account) -> dict[int, Role]:
    """The account's role at each organiser that it works for."""
    rows = db.session.execute(
        select(Membership.organiser_id, Membership.role).where(Membership.account_id == account.id)
    ).all()
    return {organiser_id: Role(role) for organiser_id, role in rows}


def organisers_of(account: Account) -> Sequence[Organiser]:
    return db.session.scalars(
        select(Organiser).join(Membership).where(Membership.account_id == account.id).order_by(Organiser.id)
    ).all()


def newest_privacy_notice(organiser_id: int) -> PrivacyNotice | None:
    return db.session.scalar(
        select(PrivacyNotice)
        .where(PrivacyNotice.organiser_id == organiser_id)
        .order_by(PrivacyNotice.version.desc())
        .limit(1)
    )
