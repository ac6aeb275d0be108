"""What becomes of requests and meetings when somebody leaves or avoids another, or the event does not take place."""

from sqlalchemy import delete, or_

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.answer import close_silently
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest, Participation, Suggestion
from elmo_events.matchmaking.queries.meetings import meetings_of
from elmo_events.matchmaking.queries.requests import other_of, pending_at, pending_of
from elmo_events.matchmaking.queries.rooms import other_of as other_of_meeting
from elmo_events.matchmaking.queries.visible import avoid_each_other, may_see
from elmo_events.matchmaking.rules import RequestState


def leave(participation: Participation) -> None:
    """Take no further part in the meetings of an event.

    Writes: requests end, meetings are cancelled, their slots and tables are free, recommendations are gone; one e-mail to
    each of those who are concerned. Somebody who has left already changes nothing.
    """
    matchmaking = db.session.get_one(Matchmaking, participation.event_id)
    seats.lock_meetings(matchmaking)
    db.session.refresh(participation)
    if participation.left_at is not None:
        return
    participation.left_at = now()
    concerned: dict[int, tuple[Participation, Meeting | None]] = {}
    for request in pending_of(participation):
        _end(request, participation)
        other = other_of(request, participation)
        concerned[other.id] = other, None
    for meeting in _ahead(participation):
        take_off(meeting, participation)
        other = other_of_meeting(meeting, participation)
        concerned[other.id] = other, meeting
    for other, cancelled in concerned.values():
        emails.left(other, participation, cancelled)
    forget_suggestions(participation)


def part(participation: Participation) -> None:
    """Whom this person may not see any more, they have no request with; whom one of the two avoids, no meeting either.

    Requests end without a word. Writes: requests, meetings with their seats, and an e-mail to both for each meeting.
    """
    if participation.left_at is not None or participation.event.is_past_at(now()):
        return
    seats.lock_meetings(db.session.get_one(Matchmaking, participation.event_id))
    for request in _impossible(participation):
        _end(request, participation)
    for meeting in _unwanted(participation):
        take_off(meeting, None)
        emails.called_off(meeting)


def close_all(event_id: int) -> None:
    """The event does not take place: nothing is asked or held any more. Writes: requests, meetings; no e-mail, since the
    event has its own.
    """
    matchmaking = db.session.get(Matchmaking, event_id)
    if matchmaking is None:
        return
    seats.lock_meetings(matchmaking)
    for request in pending_at(event_id):
        close_silently(request, RequestState.EXPIRED)
    seats.cancel_all(event_id)


def forget_suggestions(participation: Participation) -> None:
    """Writes: nobody is recommended to this person, nor they to anybody."""
    number = participation.id
    db.session.execute(
        delete(Suggestion)
        .where(or_(Suggestion.participation_id == number, Suggestion.other_id == number))
        .execution_options(synchronize_session=False)
    )


def _end(request: MeetingRequest, participation: Participation) -> None:
    """What they asked is withdrawn; what they were asked is over, as if nobody had answered."""
    is_theirs = request.sender_id == participation.id
    close_silently(request, RequestState.WITHDRAWN if is_theirs else RequestState.EXPIRED)


def _ahead(participation: Participation) -> list[Meeting]:
    """Meetings that have not begun: what was held stays."""
    moment = now()
    return [
        meeting
        for meeting in meetings_of(participation)
        if meeting.published_slot is None or meeting.published_slot.starts_at > moment
    ]


def _impossible(participation: Participation) -> list[MeetingRequest]:
    return [
        request for request in pending_of(participation) if not may_see(participation, other_of(request, participation))
    ]


def _unwanted(participation: Participation) -> list[Meeting]:
    return [
        meeting
        for meeting in _ahead(participation)
        if avoid_each_other(participation, other_of_meeting(meeting, participation))
    ]
