"""Who could take part in the matchmaking of an event?"""

from collections.abc import Sequence

from sqlalchemy import func, select

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Participation
from elmo_events.profiles.models import Profile
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def profile_of(account: Account) -> Profile | None:
    return db.session.scalar(select(Profile).where(Profile.account_id == account.id))


def registrations_to_join(event: Event, account: Account) -> Sequence[Registration]:
    """Confirmed registrations with this account's address: two people may share one."""
    return db.session.scalars(
        select(Registration)
        .where(
            Registration.event_id == event.id,
            func.lower(Registration.email) == account.email,
            Registration.state == RegistrationState.CONFIRMED,
            Registration.anonymised_at.is_(None),
        )
        .order_by(Registration.id)
    ).all()


def earlier_participation(event: Event, profile: Profile) -> Participation | None:
    """The part that somebody takes or took, whether it counts or not."""
    return db.session.scalar(
        select(Participation).where(Participation.event_id == event.id, Participation.profile_id == profile.id)
    )


def participation_with(registration: Registration) -> Participation | None:
    """The part that is taken with a registration: its address may have been put right since."""
    return db.session.scalar(select(Participation).where(Participation.registration_id == registration.id))
