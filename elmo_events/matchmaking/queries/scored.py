"""Whom do we recommend to somebody, and what have they said of it?"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, exists, false, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Label, Meeting, MeetingRequest, Participation, Suggestion
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.profiles.models import Profile, Statement

MOST_SHOWN = 10
_PERSON = (
    joinedload(Profile.organisation_type),
    joinedload(Profile.region),
    selectinload(Profile.themes),
    selectinload(Profile.statements).joinedload(Statement.theme),
)


def recommended(viewer: Participation) -> Sequence[Suggestion]:
    """The best first. Whom the viewer may not see any more, has asked, meets or has hidden is left out at once."""
    shown = contains_eager(Suggestion.other).contains_eager(Participation.profile).options(*_PERSON)
    return db.session.scalars(
        _recommended(viewer).options(shown).order_by(Suggestion.position, Suggestion.id).limit(MOST_SHOWN)
    ).all()


def count_recommended(viewer: Participation) -> int:
    """How many are in that list: a number must not tell of somebody who is not."""
    some = _recommended(viewer).with_only_columns(Suggestion.id).limit(MOST_SHOWN)
    return db.session.scalar(select(func.count()).select_from(some.subquery())) or 0


def suggestion_of(viewer: Participation, other: Participation) -> Suggestion | None:
    return db.session.scalar(
        select(Suggestion).where(Suggestion.participation_id == viewer.id, Suggestion.other_id == other.id)
    )


def labels_of(viewer: Participation) -> Sequence[Label]:
    """What the viewer said of people whom they may see at this event, newest first."""
    seen = others(viewer).with_only_columns(Participation.profile_id)
    return db.session.scalars(
        select(Label)
        .where(Label.profile_id == viewer.profile_id, Label.other_profile_id.in_(seen))
        .options(joinedload(Label.other_profile))
        .order_by(Label.created_at.desc(), Label.id.desc())
    ).all()


def label_of(profile: Profile, other: Profile) -> Label | None:
    return db.session.scalar(select(Label).where(Label.profile_id == profile.id, Label.other_profile_id == other.id))


def _recommended(viewer: Participation) -> Select[Suggestion]:
    seen = others(viewer).where(Profile.may_be_recommended).with_only_columns(Participation.id)
    found = (
        select(Suggestion)
        .join(Participation, Participation.id == Suggestion.other_id)
        .join(Profile, Profile.id == Participation.profile_id)
    )
    if not viewer.profile.may_be_recommended:
        return found.where(false())
    return found.where(
        Suggestion.participation_id == viewer.id,
        Suggestion.other_id.in_(seen),
        ~_is_under_way(viewer),
        Participation.profile_id.not_in(_labelled(viewer)),
    )


def _labelled(viewer: Participation) -> Select[int]:
    return select(Label.other_profile_id).where(Label.profile_id == viewer.profile_id)


def _is_under_way(viewer: Participation) -> ColumnElement[bool]:
    """A request that waits for an answer, or a meeting, of the two."""
    asked = exists().where(
        or_(
            (MeetingRequest.sender_id == viewer.id) & (MeetingRequest.recipient_id == Suggestion.other_id),
            (MeetingRequest.recipient_id == viewer.id) & (MeetingRequest.sender_id == Suggestion.other_id),
        ),
        MeetingRequest.state.in_((RequestState.PENDING, RequestState.DECLINED)),
    )
    meets = exists().where(
        or_(
            (Meeting.first_id == viewer.id) & (Meeting.second_id == Suggestion.other_id),
            (Meeting.second_id == viewer.id) & (Meeting.first_id == Suggestion.other_id),
        ),
        Meeting.state == MeetingState.ACTIVE,
    )
    return or_(asked, meets)
