"""What have people said of their meetings, and whom do we ask?"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, or_, select

from elmo_events.agenda.queries.day import told_meetings
from elmo_events.agenda.rules import (
    FEEDBACK_ASKED_FOR,
    OUTCOME_ASKED_AFTER,
    OUTCOME_ASKED_FOR,
    feedback_asked_at,
)
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.foundation.links import read, sign
from elmo_events.matchmaking.models import Feedback, Meeting, Participation
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.rules import MeetingState

LINK = "outcome of meetings"
DAY = timedelta(days=1)


class Said(NamedTuple):
    """A meeting that somebody lets us ask about later, and what they said of it."""

    meeting: Meeting
    feedback: Feedback


def given_by(person: Participation) -> dict[int, Feedback]:
    """By meeting."""
    rows = db.session.scalars(select(Feedback).where(Feedback.participation_id == person.id))
    return {feedback.meeting_id: feedback for feedback in rows}


def feedback_of(person: Participation, meeting: Meeting) -> Feedback | None:
    return db.session.get(Feedback, (meeting.id, person.id))


def may_be_told_of(meeting: Meeting, moment: datetime) -> bool:
    """Whether a meeting is over, or is off since somebody did not come."""
    if meeting.state == MeetingState.CANCELLED:
        return any(seat.absent_at for seat in meeting.seats)
    return meeting.published_slot is not None and meeting.published_slot.ends_at <= moment


def not_told_of(person: Participation, moment: datetime) -> list[Meeting]:
    """Meetings that are over and of which this person has said nothing."""
    given = given_by(person)
    return [meeting for meeting in told_meetings(person) if meeting.id not in given and may_be_told_of(meeting, moment)]


def events_to_ask(moment: datetime) -> list[Event]:
    """Events that ended so that people are asked this evening how their meetings were."""
    last = func.max(Meeting.told_ends_at)
    rows = db.session.execute(
        select(Event, last)
        .join(Meeting, Meeting.event_id == Event.id)
        .where(Event.state == EventState.PUBLISHED, Meeting.published_slot_id.is_not(None))
        .group_by(Event.id)
        .having(last <= moment, last > moment - FEEDBACK_ASKED_FOR - DAY)
    ).all()
    return [event for event, last_end in rows if last_end and _is_time(event, last_end, moment)]


def _is_time(event: Event, last_end: datetime, moment: datetime) -> bool:
    asked_at = feedback_asked_at(last_end, dates.zone(event.time_zone))
    return asked_at <= moment < asked_at + FEEDBACK_ASKED_FOR


def people_of(event: Event) -> Sequence[Participation]:
    """Who takes part and has had a meeting."""
    met = select(Meeting.id).where(
        or_(Meeting.first_id == Participation.id, Meeting.second_id == Participation.id),
        Meeting.told_ends_at.is_not(None),
    )
    of_event = in_force().where(Participation.event_id == event.id, met.exists())
    return db.session.scalars(of_event.order_by(Participation.id)).all()


def people_to_ask_later(moment: datetime) -> Sequence[Participation]:
    """Those who let us ask what their meetings led to, once it is time."""
    ended = moment - OUTCOME_ASKED_AFTER
    return db.session.scalars(
        in_force()
        .join(Feedback, Feedback.participation_id == Participation.id)
        .join(Event, Event.id == Participation.event_id)
        .where(
            Feedback.may_ask_later,
            Feedback.result.is_(None),
            Event.state == EventState.PUBLISHED,
            Event.ends_at <= ended,
            Event.ends_at > ended - OUTCOME_ASKED_FOR,
        )
        .distinct()
        .order_by(Participation.id)
    ).all()


def asked_later(person: Participation) -> list[Said]:
    """The meetings that they let us ask about."""
    rows = db.session.execute(
        select(Meeting, Feedback)
        .join(Feedback, Feedback.meeting_id == Meeting.id)
        .where(Feedback.participation_id == person.id, Feedback.may_ask_later)
        .order_by(Meeting.told_starts_at, Meeting.id)
    ).all()
    return [Said(meeting, feedback) for meeting, feedback in rows]


def outcome_token(person: Participation) -> str:
    return sign(LINK, person.id)


def person_by_token(token: str) -> Participation | None:
    """None when it is not ours, or the person has erased their profile."""
    match read(LINK, token):
        case int(number):
            found = db.session.get(Participation, number)
            return found if found and found.profile is not None else None
    return None
