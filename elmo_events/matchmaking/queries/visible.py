"""Who sees whom in the matchmaking of an event? Every list, search, recommendation, export and picture asks here.

It works in both directions alike: whoever doesn't see somebody is not seen by them either.
"""

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select
from sqlalchemy.orm import aliased

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.rules import types_closed_to
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def others(viewer: Participation) -> Select[Participation]:
    """Those that somebody may see and ask: hidden, avoided (by either) and forbidden by the event's matrix do not exist."""
    matchmaking = db.session.get(Matchmaking, viewer.event_id)
    profile = viewer.profile
    people = in_force().join(Profile, Profile.id == Participation.profile_id)
    if matchmaking is None or not matchmaking.is_on or profile.visibility == Visibility.HIDDEN or not _is_in(viewer):
        return people.where(false())
    return people.where(
        Participation.event_id == viewer.event_id,
        Participation.id != viewer.id,
        Profile.visibility != Visibility.HIDDEN,
        _may_meet(matchmaking, profile),
        ~_is_avoided(profile),
    )


def may_see(viewer: Participation, other: Participation) -> bool:
    return db.session.scalar(others(viewer).where(Participation.id == other.id)) is not None


def visible_participation(viewer: Participation, number: int) -> Participation | None:
    """The one with this id, if the viewer may see it."""
    return db.session.scalar(others(viewer).where(Participation.id == number))


def shares_event(profile: Profile) -> Select[int]:
    """Ids of the profiles that take part in the meetings of an event that this one takes part in."""
    mine = aliased(Participation)
    my_events = (
        select(mine.event_id)
        .join(Registration, Registration.id == mine.registration_id)
        .where(mine.profile_id == profile.id, mine.left_at.is_(None), Registration.state == RegistrationState.CONFIRMED)
    )
    return (
        in_force()
        .join(Matchmaking, Matchmaking.event_id == Participation.event_id)
        .where(Matchmaking.is_on, Participation.event_id.in_(my_events))
        .with_only_columns(Participation.profile_id)
    )


def _is_in(viewer: Participation) -> bool:
    registration = viewer.registration
    is_confirmed = registration.state == RegistrationState.CONFIRMED and registration.anonymised_at is None
    return is_confirmed and viewer.left_at is None


def _may_meet(matchmaking: Matchmaking, profile: Profile) -> ColumnElement[bool]:
    kind = profile.organisation_type.slug if profile.organisation_type else None
    closed = select(OrganisationType.id).where(
        OrganisationType.slug.in_(types_closed_to(matchmaking.forbidden_types, kind))
    )
    return or_(Profile.organisation_type_id.is_(None), Profile.organisation_type_id.not_in(closed))


def _is_avoided(profile: Profile) -> ColumnElement[bool]:
    """Whether one of the two avoids the other, or the organisation that they name."""
    by_me = and_(
        Avoidance.profile_id == profile.id,
        or_(Avoidance.avoided_profile_id == Profile.id, Avoidance.avoided_organisation_id == Profile.organisation_id),
    )
    avoids_me = [Avoidance.avoided_profile_id == profile.id]
    if profile.organisation_id is not None:
        avoids_me.append(Avoidance.avoided_organisation_id == profile.organisation_id)
    return exists().where(or_(by_me, and_(Avoidance.profile_id == Profile.id, or_(*avoids_me))))
