"""Which meeting requests are there, and may people ask each other now?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest, Participation
from elmo_events.matchmaking.queries.meetings import meeting_of
from elmo_events.matchmaking.queries.visible import may_see
from elmo_events.matchmaking.rules import RequestPhase, RequestState, request_phase
from elmo_events.profiles.models import Statement
from elmo_events.timetable.models import Slot

with_people = (
    joinedload(MeetingRequest.sender).joinedload(Participation.profile),
    joinedload(MeetingRequest.recipient).joinedload(Participation.profile),
    joinedload(MeetingRequest.statement),
    joinedload(MeetingRequest.slot),
)


def request(number: int) -> MeetingRequest | None:
    return db.session.get(MeetingRequest, number, options=with_people)


def own_request(participation: Participation, number: int) -> MeetingRequest | None:
    """One that this person has sent or got; what is over is not there any more when they may not see each other now."""
    found = request(number)
    if found is None or participation.id not in {found.sender_id, found.recipient_id}:
        return None
    if found.state == RequestState.PENDING or meeting_of(found) is not None:
        return found
    return found if may_see(participation, other_of(found, participation)) else None


def other_of(request: MeetingRequest, participation: Participation) -> Participation:
    return request.recipient if request.sender_id == participation.id else request.sender


def concerns(participation: Participation) -> ColumnElement[bool]:
    return or_(MeetingRequest.sender_id == participation.id, MeetingRequest.recipient_id == participation.id)


def pending_between(first: Participation, second: Participation) -> MeetingRequest | None:
    low, high = sorted((first.id, second.id))
    return db.session.scalar(
        select(MeetingRequest).where(
            MeetingRequest.low_id == low, MeetingRequest.high_id == high, MeetingRequest.state == RequestState.PENDING
        )
    )


def pending_of(participation: Participation) -> Sequence[MeetingRequest]:
    """Sent or received, and not answered yet; the oldest first."""
    return db.session.scalars(
        select(MeetingRequest)
        .where(concerns(participation), MeetingRequest.state == RequestState.PENDING)
        .options(*with_people)
        .order_by(MeetingRequest.id)
    ).all()


def slots_asked_for(sender: Participation) -> dict[int, str]:
    """Slots (ids) that somebody has proposed in requests without an answer, and to whom."""
    waiting = (one for one in pending_of(sender) if one.sender_id == sender.id)
    return {one.slot_id: one.recipient.name for one in waiting if one.slot_id is not None}


def pending_at(event_id: int) -> Sequence[MeetingRequest]:
    return db.session.scalars(
        select(MeetingRequest).where(MeetingRequest.event_id == event_id, MeetingRequest.state == RequestState.PENDING)
    ).all()


def number_sent(participation: Participation) -> int:
    """How many that this person sent wait for an answer."""
    sent = (MeetingRequest.sender_id == participation.id) & (MeetingRequest.state == RequestState.PENDING)
    return db.session.scalar(select(func.count(MeetingRequest.id)).where(sent)) or 0


def has_declined(recipient: Participation, sender: Participation) -> bool:
    """Whether they said no to a request of this person before."""
    declined = and_(
        MeetingRequest.sender_id == sender.id,
        MeetingRequest.recipient_id == recipient.id,
        MeetingRequest.state == RequestState.DECLINED,
    )
    return db.session.scalar(select(MeetingRequest.id).where(declined).limit(1)) is not None


def statements_to_cite(recipient: Participation) -> Sequence[Statement]:
    """Open offers and needs of somebody, that a request to them may be about."""
    return db.session.scalars(
        select(Statement)
        .where(Statement.profile_id == recipient.profile_id, Statement.closed_at.is_(None))
        .order_by(Statement.direction, Statement.id)
    ).all()


def last_start(matchmaking: Matchmaking) -> datetime:
    """When the last slot begins; without slots yet, when the event ends."""
    last = db.session.scalar(select(func.max(Slot.starts_at)).where(Slot.event_id == matchmaking.event_id))
    return last or matchmaking.event.ends_at


def phase_at(matchmaking: Matchmaking, moment: datetime) -> RequestPhase:
    return request_phase(matchmaking.opens_at, matchmaking.closes_at, last_start(matchmaking), moment)
