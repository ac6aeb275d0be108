"""Who sees whom in the matchmaking of an event? Every list, search, recommendation, export and picture asks here.

It works in both directions alike: whoever doesn't see somebody is not seen by them either.
"""

from sqlalchemy import ColumnElement, Select, false, or_, select, union_all

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.participations import in_force, is_in_force
from elmo_events.matchmaking.rules import types_closed_to
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries import visible as directory
from elmo_events.profiles.rules import Visibility


def others(viewer: Participation) -> Select[Participation]:
    """Those that somebody may see and ask: hidden, avoided (by either), forbidden by the event's matrix and those whose
    account is closed do not exist.
    """
    matchmaking = db.session.get(Matchmaking, viewer.event_id)
    profile = viewer.profile
    people = in_force().join(Profile, Profile.id == Participation.profile_id)
    if matchmaking is None or not matchmaking.is_on or not _shows_up(viewer):
        return people.where(false())
    return people.where(
        Participation.event_id == viewer.event_id,
        Participation.id != viewer.id,
        Profile.visibility != Visibility.HIDDEN,
        _may_meet(matchmaking, profile),
        directory.not_avoided(profile),
        directory.not_closed(),
    )


def may_see(viewer: Participation, other: Participation) -> bool:
    return db.session.scalar(others(viewer).where(Participation.id == other.id)) is not None


def visible_participation(viewer: Participation, number: int) -> Participation | None:
    """The one with this id, if the viewer may see it."""
    return db.session.scalar(others(viewer).where(Participation.id == number))


def avoid_each_other(first: Participation, second: Participation) -> bool:
    """Whether one of the two avoids the other, or the organisation that they name."""
    harmless = select(Profile.id).where(Profile.id == second.profile_id, directory.not_avoided(first.profile))
    return db.session.scalar(harmless) is None


@directory.shares_event
def shares_event(profile: Profile) -> Select[int]:
    """Ids of the profiles whom this one may see at an event whose meetings both take part in: the directory asks."""
    own = db.session.scalars(in_force().where(Participation.profile_id == profile.id)).all()
    seen = [others(participation).with_only_columns(Participation.profile_id) for participation in own]
    if not seen:
        return select(Participation.profile_id).where(false())
    everybody = union_all(*seen).subquery()
    return select(everybody.c.profile_id)


def _shows_up(viewer: Participation) -> bool:
    """Whether they take part, with a profile that is not hidden and an account that is open; it may have been erased a
    moment ago.
    """
    profile = viewer.profile
    if profile is None or profile.visibility == Visibility.HIDDEN or profile.account.closed_at is not None:
        return False
    return is_in_force(viewer)


def _may_meet(matchmaking: Matchmaking, profile: Profile) -> ColumnElement[bool]:
    kind = profile.organisation_type.slug if profile.organisation_type else None
    closed = select(OrganisationType.id).where(
        OrganisationType.slug.in_(types_closed_to(matchmaking.forbidden_types, kind))
    )
    return or_(Profile.organisation_type_id.is_(None), Profile.organisation_type_id.not_in(closed))
