"""Which organisers are there, and who works for them?"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.organisers.models import Membership, Organiser, PrivacyNotice
from elmo_events.organisers.rules import Role


def existing_organiser_id(number: int) -> int | None:
    return db.session.scalar(select(Organiser.id).where(Organiser.id == number))


def organiser(number: int) -> Organiser | None:
    return db.session.get(Organiser, number)


def organiser_by_slug(slug: str) -> Organiser | None:
    return db.session.scalar(select(Organiser).where(Organiser.slug == slug))


def organisers() -> Sequence[Organiser]:
    return db.session.scalars(select(Organiser).order_by(Organiser.slug)).all()


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


def memberships_at(organiser_id: int) -> Sequence[Membership]:
    """Who works for an organiser, by name."""
    return db.session.scalars(
        select(Membership)
        .join(Membership.account)
        .where(Membership.organiser_id == organiser_id)
        .order_by(func.lower(Account.name), Membership.id)
        .options(contains_eager(Membership.account))
    ).all()


def membership_at(organiser_id: int, membership_id: int) -> Membership | None:
    return db.session.scalar(
        select(Membership).where(Membership.id == membership_id, Membership.organiser_id == organiser_id)
    )


def managers_at(organiser_id: int) -> Sequence[Membership]:
    """Those who can still sign in."""
    return [
        membership
        for membership in memberships_at(organiser_id)
        if membership.role == Role.MANAGER and membership.account.closed_at is None
    ]


def numbers_of_managers() -> dict[int, int]:
    """How many managers each organiser has."""
    rows = db.session.execute(
        select(Membership.organiser_id, func.count())
        .join(Membership.account)
        .where(Membership.role == Role.MANAGER, Account.closed_at.is_(None))
        .group_by(Membership.organiser_id)
    ).all()
    return dict(rows)


def newest_privacy_notice(organiser_id: int) -> PrivacyNotice | None:
    return db.session.scalar(
        select(PrivacyNotice)
        .where(PrivacyNotice.organiser_id == organiser_id)
        .order_by(PrivacyNotice.version.desc())
        .limit(1)
    )


def privacy_notices(organiser_id: int) -> Sequence[PrivacyNotice]:
    """All versions, newest first."""
    return db.session.scalars(
        select(PrivacyNotice).where(PrivacyNotice.organiser_id == organiser_id).order_by(PrivacyNotice.version.desc())
    ).all()
