"""Which meeting requests are to be ended, or their recipients reminded?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import MeetingRequest
from elmo_events.matchmaking.queries.requests import with_people
from elmo_events.matchmaking.rules import RequestState

IS_PENDING = MeetingRequest.state == RequestState.PENDING


def events_with_due(moment: datetime) -> Sequence[int]:
    """Ids of the events that have any."""
    due = or_(MeetingRequest.expires_at <= moment, MeetingRequest.remind_at <= moment)
    return db.session.scalars(
        select(MeetingRequest.event_id).where(IS_PENDING, due).distinct().order_by(MeetingRequest.event_id)
    ).all()


def overdue(event_id: int, moment: datetime) -> Sequence[MeetingRequest]:
    return _pending(event_id, MeetingRequest.expires_at <= moment)


def to_remind_of(event_id: int, moment: datetime) -> Sequence[MeetingRequest]:
    """All that wait for an answer of those people who are to be reminded of one of them."""
    reminded = select(MeetingRequest.recipient_id).where(
        MeetingRequest.event_id == event_id, IS_PENDING, MeetingRequest.remind_at <= moment
    )
    return _pending(event_id, MeetingRequest.recipient_id.in_(reminded), MeetingRequest.expires_at > moment)


def _pending(event_id: int, *conditions: ColumnElement[bool]) -> Sequence[MeetingRequest]:
    return db.session.scalars(
        select(MeetingRequest)
        .where(MeetingRequest.event_id == event_id, IS_PENDING, *conditions)
        .options(*with_people)
        .order_by(MeetingRequest.id)
    ).all()
