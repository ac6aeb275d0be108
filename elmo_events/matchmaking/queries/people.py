"""The people of an event as one of them may see them: lists with filters, their offers and needs, and how far they are."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from flask_sqlalchemy.pagination import Pagination
from sqlalchemy import ColumnElement, Select, String, cast, exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from elmo_events.foundation import search
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import MeetingState, Relation, RequestState
from elmo_events.network.models import OrganisationType, Theme
from elmo_events.profiles.models import Profile, Statement, profile_theme
from elmo_events.profiles.rules import ABOUT

PEOPLE_ON_A_PAGE = 24
STATEMENTS_ON_A_PAGE = 30
SHOWN = (
    contains_eager(Participation.profile).options(
        joinedload(Profile.organisation_type),
        joinedload(Profile.region),
        selectinload(Profile.themes),
        selectinload(Profile.statements).joinedload(Statement.theme),
    ),
)


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to; empty: not at all. `theme` and `kind` are slugs, `statement_kind` a kind of offer or need."""

    words: str = ""
    theme: str = ""
    kind: str = ""
    region: str = ""
    direction: str = ""
    statement_kind: str = ""
    language: str = ""


def people(viewer: Participation, wanted: Wanted, page: int) -> Pagination:
    """Participations by name, with all that a card shows."""
    found = others(viewer).where(*_person_conditions(wanted))
    if wanted.direction or wanted.statement_kind:
        found = found.where(exists().where(Statement.profile_id == Profile.id, *_statement_conditions(wanted)))
    ordered = found.options(*SHOWN).order_by(Profile.sort_key, Participation.id)
    return db.paginate(ordered, page=page, per_page=PEOPLE_ON_A_PAGE, error_out=False)


def statements(viewer: Participation, wanted: Wanted, page: int) -> Pagination:
    """Open offers and needs, newest first; the theme that is asked for is that of the statement."""
    seen = others(viewer).where(*_person_conditions(wanted, with_theme=False)).with_only_columns(Profile.id)
    found = select(Statement).where(Statement.profile_id.in_(seen), *_statement_conditions(wanted))
    if wanted.theme:
        found = found.where(Statement.theme_id.in_(_themes(wanted.theme)))
    shown = (joinedload(Statement.theme), joinedload(Statement.profile).joinedload(Profile.organisation_type))
    ordered = found.options(*shown).order_by(Statement.confirmed_at.desc(), Statement.id.desc())
    return db.paginate(ordered, page=page, per_page=STATEMENTS_ON_A_PAGE, error_out=False)


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


def _person_conditions(wanted: Wanted, with_theme: bool = True) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if (named := search.matching(ABOUT, wanted.words)) is not None:
        found.append(Profile.id.in_(named))
    if wanted.theme and with_theme:
        found.append(_has_theme(wanted.theme))
    if wanted.kind:
        kinds = select(OrganisationType.id).where(OrganisationType.slug == wanted.kind)
        found.append(Profile.organisation_type_id.in_(kinds))
    if wanted.region:
        found.append(Profile.region_code == wanted.region)
    if wanted.language:
        found.append(cast(Profile.languages, String).contains(f'"{wanted.language}"', autoescape=True))
    return found


def _statement_conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [Statement.closed_at.is_(None)]
    if wanted.direction:
        found.append(Statement.direction == wanted.direction)
    if wanted.statement_kind:
        found.append(Statement.kind == wanted.statement_kind)
    return found


def _has_theme(slug: str) -> ColumnElement[bool]:
    """In the profile, or in an open offer or need of it."""
    chosen = select(profile_theme.c.profile_id).where(profile_theme.c.theme_id.in_(_themes(slug)))
    stated = exists().where(
        Statement.profile_id == Profile.id, Statement.closed_at.is_(None), Statement.theme_id.in_(_themes(slug))
    )
    return or_(Profile.id.in_(chosen), stated)


def _themes(slug: str) -> Select[Any]:
    """A theme with its topics, or one topic."""
    top = select(Theme.id).where(Theme.slug == slug).scalar_subquery()
    return select(Theme.id).where(or_(Theme.slug == slug, Theme.parent_id == top))
