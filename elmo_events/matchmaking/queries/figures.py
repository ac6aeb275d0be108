"""How far has an event's matchmaking come? Numbers for its organiser."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


@dataclass(frozen=True)
class Figures:
    """`agreed`: meetings that two people want. `placed` have a time in the draft, `published` one that people know.

    `changed`: meetings of which people know another time or place than the draft says, or none yet.
    """

    registered: int
    joined: int
    requests: int
    pending: int
    accepted: int
    agreed: int
    placed: int
    published: int
    changed: int


def figures(event: Event) -> Figures:
    requests = dict(
        db.session.execute(
            select(MeetingRequest.state, func.count())
            .where(MeetingRequest.event_id == event.id)
            .group_by(MeetingRequest.state)
        ).all()
    )
    agreed, placed, published, changed = db.session.execute(
        select(
            func.count(Meeting.id),
            func.count(Meeting.slot_id),
            func.count(Meeting.published_slot_id),
            func.count(Meeting.id).filter(is_changed()),
        ).where(Meeting.event_id == event.id, Meeting.state == MeetingState.ACTIVE)
    ).one()
    return Figures(
        registered=count_registered(event),
        joined=db.session.scalar(
            select(func.count()).select_from(in_force().where(Participation.event_id == event.id).subquery())
        )
        or 0,
        requests=sum(requests.values()),
        pending=requests.get(RequestState.PENDING, 0),
        accepted=requests.get(RequestState.ACCEPTED, 0),
        agreed=agreed,
        placed=placed,
        published=published,
        changed=changed,
    )


def count_registered(event: Event) -> int:
    """How many could take part: confirmed people whose details we still have."""
    return (
        db.session.scalar(
            select(func.count(Registration.id)).where(
                Registration.event_id == event.id,
                Registration.state == RegistrationState.CONFIRMED,
                Registration.anonymised_at.is_(None),
            )
        )
        or 0
    )


def count_published(event: Event) -> int:
    """How many meetings people have been told of."""
    return (
        db.session.scalar(
            select(func.count(Meeting.id)).where(
                Meeting.event_id == event.id,
                Meeting.state == MeetingState.ACTIVE,
                Meeting.published_slot_id.is_not(None),
            )
        )
        or 0
    )


def is_changed() -> ColumnElement[bool]:
    return or_(
        Meeting.slot_id.is_distinct_from(Meeting.published_slot_id),
        Meeting.table_id.is_distinct_from(Meeting.published_table_id),
    )
