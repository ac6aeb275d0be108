"""Cancelling a meeting that was agreed."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking import signals
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.rules import MeetingState


def cancel_by(participation: Participation, meeting: Meeting, *, by: Account | None = None) -> None:
    """Cancel a meeting of this person; its slot and table are free at once. An organiser (`by`) may do it for them.

    Refuses: it is cancelled already, or has begun. Writes: the meeting, its seats, and the e-mail to the other one.
    """
    matchmaking = db.session.get_one(Matchmaking, meeting.event_id)
    seats.lock_meetings(matchmaking)
    db.session.refresh(meeting)
    if meeting.state != MeetingState.ACTIVE:
        raise Refusal(_("This meeting has been cancelled already."))
    if meeting.published_slot is not None and meeting.published_slot.starts_at <= now():
        raise Refusal(_("This meeting has begun already."))
    take_off(meeting, participation)
    emails.cancelled(meeting, participation, by_organiser=by is not None)


def take_off(meeting: Meeting, participation: Participation | None) -> None:
    """The cancellation itself, by this person or (None) by nobody in particular. The caller holds the lock and tells the two.

    Writes: the meeting, its seats. Higher files hear of it, so that the freed place may be of use.
    """
    place = seats.published_place_of(meeting)
    seats.cancel_meeting(meeting, participation)
    signals.meeting_cancelled.send(meeting, by=participation, slot_id=place.slot_id, table_id=place.table_id)
