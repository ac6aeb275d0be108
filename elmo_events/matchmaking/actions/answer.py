"""Answering a meeting request, and taking it back."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.first_come import place_for
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.labels.requests import CLOSED_REQUESTS
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.visible import may_see
from elmo_events.matchmaking.rules import MatchmakingMode, RequestState
from elmo_events.timetable.models import Slot

LONGEST_REASON = 500


def accept(request: MeetingRequest, *, slot: Slot | None = None, by: Account | None = None) -> Meeting:
    """Agree to meet. Where people choose their slots, the meeting gets its slot and a table at once: `slot`, or the one that
    was asked for. Else it waits for the organiser's timetable.

    Refuses: the request is not open any more; the two may not see each other now; the slot has gone, or there is none.
    Writes: the request, the meeting with its seats, and the e-mails.
    """
    matchmaking = _lock(request)
    _refuse_when_closed(matchmaking, request)
    if not may_see(request.recipient, request.sender) or meeting_between(request.sender, request.recipient):
        raise Refusal(_("This meeting is not possible any more."))
    place = None
    if matchmaking.mode == MatchmakingMode.FIRST_COME:
        place = place_for(matchmaking, request.sender, request.recipient, slot or request.slot, now())
    meeting = seats.new_meeting(request.sender, request.recipient, request.id)
    _close(request, RequestState.ACCEPTED, by)
    if place is None:
        emails.accepted(request, by_organiser=by is not None)
        return meeting
    seats.draft({meeting: seats.Place(place.slot.id, place.table.id if place.table else None)})
    seats.publish([meeting])
    emails.settled(meeting, by_organiser=by is not None)
    return meeting


def decline(request: MeetingRequest, reason: str = "", *, by: Account | None = None) -> None:
    """Say no, with a reason if one wants.

    Refuses: the request is not open any more. Writes: the request, and the e-mail to the sender.
    """
    matchmaking = _lock(request)
    _refuse_when_closed(matchmaking, request)
    request.reason = reason[:LONGEST_REASON]
    _close(request, RequestState.DECLINED, by)
    emails.declined(request, by_organiser=by is not None)


def withdraw(request: MeetingRequest, *, by: Account | None = None) -> None:
    """Take back what one has asked. The recipient, who has not answered, learns of it when they want to answer.

    Refuses: the request is not open any more. Writes: the request; when an organiser did it, an e-mail to the sender.
    """
    matchmaking = _lock(request)
    _refuse_when_closed(matchmaking, request)
    _close(request, RequestState.WITHDRAWN, by)
    if by is not None:
        emails.withdrawn_for(request)


def close_silently(request: MeetingRequest, state: RequestState) -> None:
    """End a request that has become impossible; the caller holds the lock and tells whoever is to know."""
    _close(request, state, None)


def _lock(request: MeetingRequest) -> Matchmaking:
    matchmaking = db.session.get_one(Matchmaking, request.event_id)
    seats.lock_meetings(matchmaking)
    db.session.refresh(request)
    return matchmaking


def _refuse_when_closed(matchmaking: Matchmaking, request: MeetingRequest) -> None:
    if not matchmaking.is_on or matchmaking.event.state != EventState.PUBLISHED:
        raise Refusal(_("This event has no meetings."))
    if request.state != RequestState.PENDING:
        raise Refusal(CLOSED_REQUESTS[request.state])
    if request.expires_at <= now():
        raise Refusal(CLOSED_REQUESTS[RequestState.EXPIRED])


def _close(request: MeetingRequest, state: RequestState, by: Account | None) -> None:
    request.state = state
    request.answered_at = now()
    request.remind_at = None
    request.account_id = by.id if by else request.account_id
    db.session.flush()
