"""Whose offers, needs and details have stood for a year without a word? Who has not been here for as long?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import (
    ANSWERED_WITHIN,
    ASKED_AFTER,
    ASKED_TOGETHER,
    FORGOTTEN_AFTER_IDLE,
    WARNED_BEFORE,
)
from elmo_events.registration.models import Registration


def to_be_asked(moment: datetime) -> Sequence[int]:
    """Ids of profiles that something must be asked of: what nobody has confirmed for a year, and we have not asked about."""
    long_ago = moment - ASKED_AFTER
    unasked = exists().where(
        Statement.profile_id == Profile.id,
        Statement.closed_at.is_(None),
        Statement.asked_at.is_(None),
        Statement.confirmed_at <= long_ago,
    )
    details = Profile.asked_at.is_(None) & (Profile.confirmed_at <= long_ago)
    return _ids(Account.closed_at.is_(None), or_(details, unasked))


def to_be_warned(moment: datetime) -> Sequence[int]:
    return _ids(Account.closed_at.is_(None), Profile.warned_at.is_(None), _idle(moment))


def back_again(moment: datetime) -> Sequence[int]:
    """Those who were warned, and have come back since."""
    return _ids(Profile.warned_at.is_not(None), ~_idle(moment))


def to_be_erased(moment: datetime) -> Sequence[Profile]:
    """Those who were warned a month ago and did not come back, and those whose account was closed a month ago."""
    silent = (Profile.warned_at <= moment - WARNED_BEFORE) & _idle(moment)
    closed = Account.closed_at <= moment - WARNED_BEFORE
    return db.session.scalars(
        select(Profile).join(Account, Account.id == Profile.account_id).where(or_(silent, closed)).order_by(Profile.id)
    ).all()


def with_unanswered(moment: datetime) -> Sequence[int]:
    """Ids of profiles with offers or needs that we asked about a month ago, and nobody has answered."""
    return db.session.scalars(
        select(Statement.profile_id)
        .where(Statement.closed_at.is_(None), Statement.asked_at <= moment - ANSWERED_WITHIN)
        .distinct()
        .order_by(Statement.profile_id)
    ).all()


def is_idle(profile: Profile, moment: datetime) -> bool:
    return bool(_ids(Profile.id == profile.id, _idle(moment)))


def statements_in_question(profile: Profile, moment: datetime) -> list[Statement]:
    """Open ones that nobody has confirmed for a year, or nearly: what we ask about at once."""
    nearly = moment - ASKED_AFTER + ASKED_TOGETHER
    return [one for one in profile.statements if one.closed_at is None and one.confirmed_at <= nearly]


def are_details_in_question(profile: Profile, moment: datetime) -> bool:
    return profile.confirmed_at <= moment - ASKED_AFTER + ASKED_TOGETHER


def _idle(moment: datetime) -> ColumnElement[bool]:
    """No sign-in, no word about the profile, no registration for a year."""
    long_ago = moment - FORGOTTEN_AFTER_IDLE
    signed_in = func.coalesce(Account.last_sign_in_at, Account.created_at)
    said = exists().where(Statement.profile_id == Profile.id, Statement.confirmed_at > long_ago)
    registered = exists().where(
        func.lower(Registration.email) == Account.email,
        Registration.created_at > long_ago,
    )
    return (signed_in <= long_ago) & (Profile.confirmed_at <= long_ago) & ~said & ~registered


def _ids(*conditions: ColumnElement[bool]) -> Sequence[int]:
    return db.session.scalars(
        select(Profile.id).join(Account, Account.id == Profile.account_id).where(*conditions).order_by(Profile.id)
    ).all()
