"""Which meetings are people to have?"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import Slot

IS_ACTIVE = Meeting.state == MeetingState.ACTIVE


def meeting_between(first: Participation, second: Participation) -> Meeting | None:
    """That the two are to have, wherever it stands in the timetable."""
    low, high = sorted((first.id, second.id))
    return db.session.scalar(select(Meeting).where(Meeting.first_id == low, Meeting.second_id == high, IS_ACTIVE))


def meeting_of(request: MeetingRequest) -> Meeting | None:
    """That came of a request, and has not been cancelled."""
    return db.session.scalar(select(Meeting).where(Meeting.request_id == request.id, IS_ACTIVE))


def meetings_of(participation: Participation) -> Sequence[Meeting]:
    """That this person is to have, first those with a published time, in its order."""
    return db.session.scalars(
        select(Meeting)
        .outerjoin(Slot, Slot.id == Meeting.published_slot_id)
        .where(is_of(participation), IS_ACTIVE)
        .options(
            contains_eager(Meeting.published_slot),
            joinedload(Meeting.published_table),
            joinedload(Meeting.first).joinedload(Participation.profile),
            joinedload(Meeting.second).joinedload(Participation.profile),
            joinedload(Meeting.request),
        )
        .order_by(Slot.starts_at.is_(None), Slot.starts_at, Meeting.id)
    ).all()


def own_meeting(participation: Participation, number: int) -> Meeting | None:
    return db.session.scalar(select(Meeting).where(Meeting.id == number, is_of(participation)))


def number_of_meetings(participation: Participation) -> int:
    active = select(func.count(Meeting.id)).where(is_of(participation), IS_ACTIVE)
    return db.session.scalar(active) or 0


def is_of(participation: Participation) -> ColumnElement[bool]:
    return or_(Meeting.first_id == participation.id, Meeting.second_id == participation.id)
