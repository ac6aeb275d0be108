"""What awaits somebody in the matchmaking of an event?"""

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import MeetingState, RequestState


@dataclass(frozen=True)
class Overview:
    """Numbers of requests and meetings of one person."""

    to_answer: int
    waiting: int  # sent, and not answered yet
    agreed: int
    placed: int  # meetings with a published slot


def to_answer(participation: Participation) -> int:
    """How many requests wait for this person's answer."""
    return (
        db.session.scalar(
            select(func.count(MeetingRequest.id)).where(
                MeetingRequest.recipient_id == participation.id, MeetingRequest.state == RequestState.PENDING
            )
        )
        or 0
    )


def overview(participation: Participation) -> Overview:
    waiting = select(func.count(MeetingRequest.id)).where(
        MeetingRequest.sender_id == participation.id, MeetingRequest.state == RequestState.PENDING
    )
    agreed, placed = db.session.execute(
        select(func.count(Meeting.id), func.count(Meeting.published_slot_id)).where(
            or_(Meeting.first_id == participation.id, Meeting.second_id == participation.id),
            Meeting.state == MeetingState.ACTIVE,
        )
    ).one()
    return Overview(to_answer(participation), db.session.scalar(waiting) or 0, agreed, placed)
