"""What we write about meeting requests and meetings: one function for each e-mail. `request_letters` composes them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from elmo_events.foundation.clock import now
from elmo_events.mail.actions import say_more, write
from elmo_events.mail.queries import messages_about
from elmo_events.mail.rules import MessageState
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.repair import is_looked_into
from elmo_events.matchmaking.queries.rooms import other_of

ASKED = "matchmaking.request_asked"
ACCEPTED = "matchmaking.request_accepted"
DECLINED = "matchmaking.request_declined"
UNANSWERED = "matchmaking.requests_unanswered"
REMINDER = "matchmaking.requests_reminder"
SETTLED = "matchmaking.meeting_settled"
CANCELLED = "matchmaking.meeting_cancelled"
CALLED_OFF = "matchmaking.meeting_called_off"
MOVED = "matchmaking.meeting_place_changed"
LEFT = "matchmaking.person_left"
DONE_FOR_YOU = "matchmaking.done_for_you"
ABOUT = "participation"
LONGEST_WAIT = timedelta(minutes=1)  # of a cancellation, for what a worker finds to be met instead


def asked(request: MeetingRequest, by_organiser: bool = False) -> None:
    _write(ASKED, request.recipient, request=request.id, by_organiser=by_organiser)
    if by_organiser:
        _write(DONE_FOR_YOU, request.sender, request=request.id, what="asked")


def accepted(request: MeetingRequest, by_organiser: bool = False) -> None:
    """When and where comes later, with the timetable."""
    _write(ACCEPTED, request.sender, request=request.id, by_organiser=by_organiser)
    if by_organiser:
        _write(DONE_FOR_YOU, request.recipient, request=request.id, what="accepted")


def settled(meeting: Meeting, by_organiser: bool = False) -> None:
    """To both: when and where they meet, for their calendars too."""
    for person in (meeting.first, meeting.second):
        _write(SETTLED, person, meeting=meeting.id, by_organiser=by_organiser)


def declined(request: MeetingRequest, by_organiser: bool = False) -> None:
    _write(DECLINED, request.sender, request=request.id, by_organiser=by_organiser)
    if by_organiser:
        _write(DONE_FOR_YOU, request.recipient, request=request.id, what="declined")


def withdrawn_for(request: MeetingRequest) -> None:
    """The organiser withdrew it for the sender."""
    _write(DONE_FOR_YOU, request.sender, request=request.id, what="withdrawn")


def unanswered(sender: Participation, requests: Sequence[MeetingRequest]) -> None:
    _write(UNANSWERED, sender, requests=[request.id for request in requests])


def reminder(recipient: Participation, requests: Sequence[MeetingRequest]) -> None:
    _write(REMINDER, recipient, requests=[request.id for request in requests])


def cancelled(meeting: Meeting, by: Participation, by_organiser: bool = False) -> None:
    """To the other one; also to who cancels when the organiser did it for them."""
    _write(CANCELLED, other_of(meeting, by), _due(meeting), meeting=meeting.id, by_organiser=by_organiser)
    if by_organiser:
        _write(CALLED_OFF, by, meeting=meeting.id, by_organiser=True)


def called_off(meeting: Meeting) -> None:
    """To both, without a word of who wanted it."""
    for person in (meeting.first, meeting.second):
        _write(CALLED_OFF, person, meeting=meeting.id)


def moved(meeting: Meeting, because_of: Participation) -> None:
    """To both: one of them attends otherwise now, so that the meeting is held elsewhere, or waits for a new time."""
    for person in (meeting.first, meeting.second):
        _write(MOVED, person, meeting=meeting.id, because_of=because_of.id)


def left(other: Participation, gone: Participation, meeting: Meeting | None) -> None:
    """To one with whom there was a request or a meeting."""
    _write(LEFT, other, _due(meeting), gone=gone.id, meeting=meeting.id if meeting else None)


def looked_into(person: Participation, meeting: Meeting, has_offers: bool) -> bool:
    """The letter that tells of a cancelled meeting need not wait any longer. False: it went without a word of offers."""
    for message in messages_about(ABOUT, person.id):
        is_it = message.kind in {CANCELLED, LEFT} and message.parameters.get("meeting") == meeting.id
        if is_it and message.state == MessageState.WAITING and say_more(message, has_offers=has_offers):
            return True
    return False


def _due(meeting: Meeting | None) -> datetime:
    return now() + LONGEST_WAIT if meeting and is_looked_into(meeting) else now()


def _write(kind: str, to: Participation, due_at: datetime | None = None, **parameters: Any) -> None:
    """To the address that they sign in with: the letter leads to their own pages. Nobody writes to those who were forgotten."""
    if not to.profile:
        return
    write(
        kind,
        to_name=to.profile.name,
        to_address=to.profile.account.email,
        language=to.registration.language,
        about=(ABOUT, to.id),
        due_at=due_at,
        **parameters,
    )
