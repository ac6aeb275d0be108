"""One's own profile: what it holds, what a first one begins with, and all that is kept about its owner."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.network.models import Theme
from elmo_events.profiles.models import Avoidance, Profile, Statement
from elmo_events.profiles.rules import HOME, Details, Direction, StatementKind, Visibility, Wording
from elmo_events.registration.models import Registration
from elmo_events.registration.queries import registrations_of

Teller = Callable[[Profile], Any]
_tellers: dict[str, Teller] = {}


def tells(what: str) -> Callable[[Teller], Teller]:
    """Register a function that tells what is kept about a profile's owner: a section of what they can download.

    The answer is made of texts, numbers, lists and dictionaries.
    """

    def remember(teller: Teller) -> Teller:
        _tellers[what] = teller
        return teller

    return remember


def everything_about(profile: Profile) -> dict[str, Any]:
    """All that is kept about a profile's owner, by section, from every feature that keeps something."""
    return {what: teller(profile) for what, teller in _tellers.items()}


def own_profile(account: Account) -> Profile | None:
    return db.session.scalar(
        select(Profile)
        .where(Profile.account_id == account.id)
        .options(
            selectinload(Profile.themes),
            selectinload(Profile.statements).joinedload(Statement.theme).joinedload(Theme.parent),
            joinedload(Profile.known_organisation),
        )
    )


def own_statement(profile: Profile, statement_id: int) -> Statement | None:
    """None for another's: it does not exist."""
    return next((statement for statement in profile.statements if statement.id == statement_id), None)


def statements_by_direction(profile: Profile) -> dict[Direction, list[Statement]]:
    """Open ones first, newest first."""
    ordered = sorted(profile.statements, key=lambda one: (one.closed_at is not None, -one.id))
    return {direction: [one for one in ordered if one.direction == direction] for direction in Direction}


def avoidances(profile: Profile) -> Sequence[Avoidance]:
    return db.session.scalars(
        select(Avoidance)
        .where(Avoidance.profile_id == profile.id)
        .options(joinedload(Avoidance.avoided_profile), joinedload(Avoidance.avoided_organisation))
        .order_by(Avoidance.id)
    ).all()


def own_avoidance(profile: Profile, avoidance_id: int) -> Avoidance | None:
    return db.session.scalar(select(Avoidance).where(Avoidance.id == avoidance_id, Avoidance.profile_id == profile.id))


def details_of(profile: Profile) -> Details:
    return Details(
        first_name=profile.first_name,
        last_name=profile.last_name,
        organisation=profile.organisation,
        job_title=profile.job_title,
        organisation_type_id=profile.organisation_type_id,
        region_code=profile.region_code,
        country=profile.country,
        expertise=profile.expertise,
        languages=tuple(profile.languages),
        theme_ids=frozenset(theme.id for theme in profile.themes),
        visibility=Visibility(profile.visibility),
        may_be_recommended=profile.may_be_recommended,
    )


def wording_of(statement: Statement) -> Wording:
    return Wording(StatementKind(statement.kind), statement.title, statement.text, statement.theme_id)


def first_details(account: Account) -> Details:
    """What a first profile begins with: what its owner told at their newest registration, or their name."""
    newest = max(registrations_of(account.email), key=lambda one: one.created_at, default=None)
    if newest is not None:
        return _from_registration(newest)
    first_name, _, last_name = account.name.strip().rpartition(" ")
    return Details(first_name=first_name, last_name=last_name, organisation="", languages=(account.language,))


def _from_registration(registration: Registration) -> Details:
    return Details(
        first_name=registration.first_name,
        last_name=registration.last_name,
        organisation=registration.organisation,
        job_title=registration.job_title,
        organisation_type_id=registration.organisation_type_id,
        region_code=registration.region_code,
        country=HOME,
        languages=(registration.language,),
    )
