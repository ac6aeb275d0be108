"""Who sees whom in the matchmaking of an event? Every list, search, recommendation, export and picture asks here.

It works in both directions alike: whoever doesn't see somebody is not seen by them either.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, false, or_, select, true

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
def shares_event(profile: Profile) -> ColumnElement[bool]:
    """A condition on `Profile`: who takes part in the meetings of an event that this one takes part in too, and may meet
    them there. Whom either avoids, and whose account is closed, the directory leaves out itself.
    """
    if not _is_shown(profile):
        return false()
    kind, allowed = _kind_of(profile), defaultdict[frozenset[str], list[int]](list)
    for matchmaking in _matchmakings_of(profile):
        allowed[frozenset(types_closed_to(matchmaking.forbidden_types, kind))].append(matchmaking.event_id)
    met = [Participation.event_id.in_(events) & _of_types_but(closed) for closed, events in allowed.items()]
    if not met:
        return false()
    there = in_force().where(Participation.profile_id == Profile.id, or_(*met)).correlate(Profile)
    return (Profile.id != profile.id) & there.exists()


def _matchmakings_of(profile: Profile) -> Sequence[Matchmaking]:
    """Of the events whose meetings somebody takes part in."""
    own = in_force().join(Matchmaking, Matchmaking.event_id == Participation.event_id)
    return db.session.scalars(
        own.where(Participation.profile_id == profile.id, Matchmaking.is_on).with_only_columns(Matchmaking)
    ).all()


def _shows_up(viewer: Participation) -> bool:
    """Whether they take part, with a profile that is not hidden and an account that is open; it may have been erased a
    moment ago.
    """
    return viewer.profile is not None and _is_shown(viewer.profile) and is_in_force(viewer)


def _is_shown(profile: Profile) -> bool:
    return profile.visibility != Visibility.HIDDEN and profile.account.closed_at is None


def _may_meet(matchmaking: Matchmaking, profile: Profile) -> ColumnElement[bool]:
    return _of_types_but(types_closed_to(matchmaking.forbidden_types, _kind_of(profile)))


def _of_types_but(closed: Collection[str]) -> ColumnElement[bool]:
    """A condition on `Profile`: none of these types of organisation (slugs)."""
    if not closed:
        return true()
    types = select(OrganisationType.id).where(OrganisationType.slug.in_(closed))
    return or_(Profile.organisation_type_id.is_(None), Profile.organisation_type_id.not_in(types))


def _kind_of(profile: Profile) -> str | None:
    return profile.organisation_type.slug if profile.organisation_type else None
