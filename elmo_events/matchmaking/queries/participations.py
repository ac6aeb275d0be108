"""Who takes part in the matchmaking of an event?"""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.profiles.models import Profile
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def matchmaking_of(event: Event) -> Matchmaking | None:
    """The event's matchmaking, if it is on."""
    found = db.session.get(Matchmaking, event.id)
    return found if found and found.is_on else None


def in_force() -> Select[Participation]:
    """Participations that count: the registration is confirmed and not forgotten, and the person has not left."""
    return (
        select(Participation)
        .join(Registration, Registration.id == Participation.registration_id)
        .where(
            Registration.state == RegistrationState.CONFIRMED,
            Registration.anonymised_at.is_(None),
            Participation.left_at.is_(None),
            Participation.profile_id.is_not(None),
        )
    )


def participations(event: Event) -> Sequence[Participation]:
    """Everybody who takes part, by name, with profile and registration loaded."""
    return db.session.scalars(
        in_force()
        .join(Profile, Profile.id == Participation.profile_id)
        .where(Participation.event_id == event.id)
        .options(joinedload(Participation.profile), joinedload(Participation.registration))
        .order_by(Profile.sort_key, Participation.id)
    ).all()


def count_participations(event: Event) -> int:
    """How many take part, those with a hidden profile too."""
    found = in_force().where(Participation.event_id == event.id).with_only_columns(Participation.id)
    return db.session.scalar(select(func.count()).select_from(found.subquery())) or 0


def participation(event: Event, number: int) -> Participation | None:
    return db.session.scalar(in_force().where(Participation.id == number, Participation.event_id == event.id))


def own_participation(event: Event, account: Account) -> Participation | None:
    """The part that this account takes in the event's matchmaking."""
    return db.session.scalar(
        in_force()
        .join(Profile, Profile.id == Participation.profile_id)
        .where(Participation.event_id == event.id, Profile.account_id == account.id)
    )


def is_in_force(participation: Participation) -> bool:
    """Whether this part counts, as `in_force` has it."""
    registration = participation.registration
    is_confirmed = registration.state == RegistrationState.CONFIRMED and registration.anonymised_at is None
    return is_confirmed and participation.left_at is None and participation.profile_id is not None
