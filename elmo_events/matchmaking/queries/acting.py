"""What an organiser sees of one person's requests and meetings, to act for them."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.requests import concerns, pending_of, with_people
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.profiles.models import Profile


def requests_at(event: Event) -> Sequence[MeetingRequest]:
    """All of an event, in the order in which they were made."""
    return db.session.scalars(
        select(MeetingRequest)
        .where(MeetingRequest.event_id == event.id)
        .options(*with_people)
        .order_by(MeetingRequest.id)
    ).all()


def requests_with(participation: Participation) -> Sequence[MeetingRequest]:
    """Sent or received, the latest first."""
    return db.session.scalars(
        select(MeetingRequest).where(concerns(participation)).options(*with_people).order_by(MeetingRequest.id.desc())
    ).all()


def request_with(participation: Participation, number: int) -> MeetingRequest | None:
    """A request of this person; another one's does not exist here."""
    found = db.session.get(MeetingRequest, number)
    return found if found and participation.id in {found.sender_id, found.recipient_id} else None


def meetings_with(participation: Participation) -> Sequence[Meeting]:
    """Agreed ones, placed or not, in the order of the draft."""
    found = db.session.scalars(
        select(Meeting)
        .where(
            or_(Meeting.first_id == participation.id, Meeting.second_id == participation.id),
            Meeting.state == MeetingState.ACTIVE,
        )
        .options(
            joinedload(Meeting.first).joinedload(Participation.profile),
            joinedload(Meeting.second).joinedload(Participation.profile),
            joinedload(Meeting.slot),
            joinedload(Meeting.table),
        )
    ).all()
    return sorted(
        found, key=lambda meeting: (meeting.slot is None, meeting.slot and meeting.slot.starts_at, meeting.id)
    )


def meeting_with(participation: Participation, number: int) -> Meeting | None:
    """A meeting of this person; another one's does not exist here."""
    found = db.session.get(Meeting, number)
    return found if found and participation.id in {found.first_id, found.second_id} else None


def people_to_ask(participation: Participation) -> Sequence[Participation]:
    """Those whom this person may see and has neither asked nor agreed to meet, by name."""
    known: set[int] = set()
    for pending in pending_of(participation):
        known |= {pending.sender_id, pending.recipient_id}
    for meeting in meetings_with(participation):
        known |= {meeting.first_id, meeting.second_id}
    return db.session.scalars(
        others(participation)
        .where(Participation.id.not_in(known))
        .options(joinedload(Participation.profile))
        .order_by(Profile.sort_key, Participation.id)
    ).all()
