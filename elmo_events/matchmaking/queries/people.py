"""The people of an event as one of them may see them: lists with filters, their offers and needs, and how far they are."""

from collections.abc import Collection

from flask_sqlalchemy.pagination import Pagination
from sqlalchemy import func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import MeetingState, Relation, RequestState
from elmo_events.network.models import Theme
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries.counted import counted_page
from elmo_events.profiles.queries.directory import fitting
from elmo_events.profiles.queries.narrowing import (
    STATEMENT,
    Wanted,
    owner_conditions,
    person_conditions,
    statement_conditions,
)
from elmo_events.profiles.rules import ABOUT

PEOPLE_ON_A_PAGE = 24
STATEMENTS_ON_A_PAGE = 30
SHOWN = (
    contains_eager(Participation.profile).options(
        joinedload(Profile.organisation_type),
        joinedload(Profile.region),
        selectinload(Profile.themes).joinedload(Theme.parent),
        selectinload(Profile.statements).joinedload(Statement.theme),
    ),
)


def people(viewer: Participation, wanted: Wanted, page: int) -> Pagination:
    """Participations with all that a card shows: by name, or what fits the words best first."""
    found = others(viewer).where(*person_conditions(wanted))
    ordered = fitting(found, ABOUT, wanted.words, Profile.id, (Profile.sort_key, Participation.id))
    whole = select(Participation).join(Participation.profile).options(*SHOWN)
    return counted_page(ordered, Participation.id, whole, page, PEOPLE_ON_A_PAGE)


def count_people(viewer: Participation) -> int:
    """How many others the viewer may see."""
    return db.session.scalar(select(func.count()).select_from(others(viewer).subquery())) or 0


def statements(viewer: Participation, wanted: Wanted, page: int) -> Pagination:
    """Open offers and needs: newest first, or what fits the words best first."""
    seen = others(viewer).where(*owner_conditions(wanted)).with_only_columns(Profile.id)
    found = select(Statement).where(Statement.profile_id.in_(seen), *statement_conditions(wanted))
    newest = (Statement.confirmed_at.desc(), Statement.id.desc())
    ordered = fitting(found, STATEMENT, wanted.words, Statement.id, newest)
    shown = (joinedload(Statement.theme), joinedload(Statement.profile))
    return counted_page(ordered, Statement.id, select(Statement).options(*shown), page, STATEMENTS_ON_A_PAGE)


def participation_ids(viewer: Participation, profile_ids: Collection[int]) -> dict[int, int]:
    """By profile, of those whom the viewer may see: where a statement's owner is found."""
    rows = db.session.execute(
        others(viewer).where(Profile.id.in_(profile_ids)).with_only_columns(Profile.id, Participation.id)
    )
    return dict(rows.all())


def person(viewer: Participation, number: int) -> Participation | None:
    """The one with this id and all that their page shows, if the viewer may see them."""
    return db.session.scalar(others(viewer).where(Participation.id == number).options(*SHOWN))


def relations(viewer: Participation, numbers: Collection[int]) -> dict[int, Relation]:
    """How far the viewer is with these people, where anything has happened."""
    return _requested(viewer, numbers) | _meeting(viewer, numbers)


def _requested(viewer: Participation, numbers: Collection[int]) -> dict[int, Relation]:
    rows = db.session.execute(
        select(MeetingRequest.sender_id, MeetingRequest.recipient_id, MeetingRequest.state)
        .where(
            or_(
                (MeetingRequest.sender_id == viewer.id) & MeetingRequest.recipient_id.in_(numbers),
                (MeetingRequest.recipient_id == viewer.id) & MeetingRequest.sender_id.in_(numbers),
            ),
            MeetingRequest.state.in_((RequestState.PENDING, RequestState.DECLINED)),
        )
        .order_by(MeetingRequest.id)
    )
    found = {}
    for sender_id, recipient_id, state in rows:
        by_me = sender_id == viewer.id
        if state == RequestState.PENDING:
            found[recipient_id if by_me else sender_id] = Relation.ASKED if by_me else Relation.ASKS
        elif by_me:
            found.setdefault(recipient_id, Relation.DECLINED)
    return found


def _meeting(viewer: Participation, numbers: Collection[int]) -> dict[int, Relation]:
    rows = db.session.execute(
        select(Meeting.first_id, Meeting.second_id).where(
            or_(
                (Meeting.first_id == viewer.id) & Meeting.second_id.in_(numbers),
                (Meeting.second_id == viewer.id) & Meeting.first_id.in_(numbers),
            ),
            Meeting.state == MeetingState.ACTIVE,
        )
    )
    return {second if first == viewer.id else first: Relation.AGREED for first, second in rows}
