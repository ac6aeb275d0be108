"""All requests and agreed meetings of one person, as their page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.meetings import IS_ACTIVE, meetings_of
from elmo_events.matchmaking.queries.requests import concerns, pending_of, with_people
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import RequestState
from elmo_events.profiles.queries.pictures import picture_marks

MOST_PAST = 100


@dataclass(frozen=True)
class RequestBox:
    """`marks` are those of pictures, by profile."""

    to_answer: Sequence[MeetingRequest]
    sent: Sequence[MeetingRequest]
    agreed: Sequence[Meeting]
    past: Sequence[MeetingRequest]
    marks: dict[int, str]


def request_box(participation: Participation) -> RequestBox:
    pending = pending_of(participation)
    agreed, past = meetings_of(participation), _past(participation)
    people = [person for request in (*pending, *past) for person in (request.sender, request.recipient)]
    people += [person for meeting in agreed for person in (meeting.first, meeting.second)]
    return RequestBox(
        to_answer=[request for request in pending if request.recipient_id == participation.id],
        sent=[request for request in pending if request.sender_id == participation.id],
        agreed=agreed,
        past=past,
        marks=picture_marks(person.profile_id for person in people),
    )


def _past(participation: Participation) -> Sequence[MeetingRequest]:
    """The newest first; of people whom one may not see any more, nothing is left."""
    seen = others(participation).with_only_columns(Participation.id)
    agreed = select(Meeting.request_id).where(IS_ACTIVE, Meeting.request_id.is_not(None))
    return db.session.scalars(
        select(MeetingRequest)
        .where(
            concerns(participation),
            MeetingRequest.state != RequestState.PENDING,
            MeetingRequest.id.not_in(agreed),
            or_(MeetingRequest.sender_id.in_(seen), MeetingRequest.recipient_id.in_(seen)),
        )
        .options(*with_people)
        .order_by(MeetingRequest.answered_at.desc(), MeetingRequest.id.desc())
        .limit(MOST_PAST)
    ).all()
