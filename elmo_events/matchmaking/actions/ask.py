"""Asking somebody to meet."""

from datetime import datetime

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.first_come import refuse_more_meetings, refuse_taken
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest, Participation
from elmo_events.matchmaking.queries import requests as queries
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.visible import may_see
from elmo_events.matchmaking.rules import MatchmakingMode, RequestPhase, expiry, reminder
from elmo_events.profiles.models import Statement
from elmo_events.timetable.models import Slot


def ask(
    sender: Participation,
    recipient: Participation,
    *,
    message: str = "",
    what_you_gain: str = "",
    statement: Statement | None = None,
    slot: Slot | None = None,
    by: Account | None = None,
) -> MeetingRequest:
    """Ask somebody to meet; it holds no slot before they accept. `slot` is chosen where people choose their slots.

    An organiser (`by`) may do it for somebody outside the time for requests too, and beyond the number of requests.
    Refuses: the time for requests, the event or its last slot is over; people who may not see each other; a pair that asks
    or meets already, or of whom the recipient said no before; too many requests; a slot that the two can't have.
    Writes: the request, and the e-mail to the recipient.
    """
    matchmaking = db.session.get_one(Matchmaking, sender.event_id)
    number = statement.id if statement else None
    if statement is not None:
        lock(statement.profile)  # who deletes it has done so first, and its meetings later
    lock_meetings(matchmaking)
    moment = now()
    refuse_when_not_open(matchmaking, moment, by)
    _refuse_pair(sender, recipient)
    if by is None:
        _refuse_too_many(matchmaking, sender)
    chosen = _chosen_slot(matchmaking, sender, recipient, slot, moment)
    low, high = sorted((sender.id, recipient.id))
    ends_at = expiry(moment, matchmaking.request_lasts_days, queries.last_start(matchmaking))
    request = MeetingRequest(
        event_id=sender.event_id, sender_id=sender.id, recipient_id=recipient.id, low_id=low, high_id=high,
        message=message, what_you_gain=what_you_gain, statement_id=_cited(recipient, number),
        slot_id=chosen.id if chosen else None, created_at=moment, expires_at=ends_at,
        remind_at=reminder(moment, ends_at), account_id=by.id if by else None,
    )  # fmt: skip
    db.session.add(request)
    db.session.flush()
    emails.asked(request, by_organiser=by is not None)
    return request


def refuse_when_not_open(matchmaking: Matchmaking, moment: datetime, by: Account | None) -> None:
    """Refuses: meetings are off, the event is cancelled, or its last slot has begun; to participants also: not the time."""
    if not matchmaking.is_on or matchmaking.event.state != EventState.PUBLISHED:
        raise Refusal(_("This event has no meetings."))
    if moment >= queries.last_start(matchmaking):
        raise Refusal(_("The time for meetings is over."))
    phase = queries.phase_at(matchmaking, moment)
    if phase == RequestPhase.SOON and by is None:
        raise Refusal(_("It is not yet possible to ask for meetings."))
    if phase == RequestPhase.CLOSED and by is None:
        raise Refusal(_("The time to ask for meetings is over."))


def _refuse_pair(sender: Participation, recipient: Participation) -> None:
    if not may_see(sender, recipient):
        raise Refusal(_("You can't ask this person for a meeting."))
    known = queries.pending_between(sender, recipient)
    if known is not None and known.sender_id == sender.id:
        raise Refusal(_("You have asked this person already. They have not answered yet."))
    if known is not None:
        raise Refusal(_("This person has asked you for a meeting. Please answer their request."))
    if meeting_between(sender, recipient) is not None:
        raise Refusal(_("You have agreed to meet already."))
    if queries.has_declined(recipient, sender):
        raise Refusal(_("This person has declined a request from you. They can still ask you."))


def _refuse_too_many(matchmaking: Matchmaking, sender: Participation) -> None:
    most = matchmaking.most_requests
    if most is not None and queries.number_sent(sender) >= most:
        raise Refusal(
            _(
                "%(number)s of your requests wait for an answer, which is as many as there may be at once. "
                "Withdraw one, or wait for an answer.",
                number=most,
            )
        )


def _chosen_slot(
    matchmaking: Matchmaking, sender: Participation, recipient: Participation, slot: Slot | None, moment: datetime
) -> Slot | None:
    if matchmaking.mode != MatchmakingMode.FIRST_COME:
        return None
    refuse_more_meetings(matchmaking, sender, recipient)
    if slot is None:
        raise Refusal(_("Choose a time."), field="slot")
    refuse_taken(matchmaking, sender, recipient, slot, moment)
    return slot


def _cited(recipient: Participation, number: int | None) -> int | None:
    """One that its owner closed or took away meanwhile is not cited."""
    found = db.session.get(Statement, number) if number else None
    return found.id if found and found.profile_id == recipient.profile_id and found.closed_at is None else None
