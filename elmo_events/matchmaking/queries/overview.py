"""What awaits somebody in the matchmaking of an event?"""

from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.scored import count_recommended
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.profiles.models import Statement
from elmo_events.profiles.rules import Direction


@dataclass(frozen=True)
class Overview:
    """What one person has said, been suggested, asked and agreed: numbers."""

    offers: int
    needs: int
    suggested: int
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
    agreed, placed = db.session.execute(
        select(func.count(Meeting.id), func.count(Meeting.published_slot_id)).where(
            or_(Meeting.first_id == participation.id, Meeting.second_id == participation.id),
            Meeting.state == MeetingState.ACTIVE,
        )
    ).one()
    sent = (MeetingRequest.sender_id == participation.id) & (MeetingRequest.state == RequestState.PENDING)
    open_statements = (Statement.profile_id == participation.profile_id) & Statement.closed_at.is_(None)
    return Overview(
        offers=_count(select(Statement.id).where(open_statements, Statement.direction == Direction.OFFER)),
        needs=_count(select(Statement.id).where(open_statements, Statement.direction == Direction.NEED)),
        suggested=count_recommended(participation),
        to_answer=to_answer(participation),
        waiting=_count(select(MeetingRequest.id).where(sent)),
        agreed=agreed,
        placed=placed,
    )


def _count(found: Select[int]) -> int:
    return db.session.scalar(select(func.count()).select_from(found.subquery())) or 0
