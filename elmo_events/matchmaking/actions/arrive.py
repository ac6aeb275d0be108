"""Coming to the table, and not coming."""

from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.emails import repair as emails
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Seat
from elmo_events.matchmaking.queries.rooms import other_of
from elmo_events.matchmaking.rules import ARRIVES_BEFORE, GRACE, MeetingState
from elmo_events.timetable.models import Slot


def arrive(meeting: Meeting, person: Participation, by: Account | None = None) -> None:
    """Note that somebody has come to the table of their meeting; noting it twice changes nothing.

    Refuses: the meeting is off, over, or far ahead. Writes: the seat, and the person's first arrival.
    """
    seats.lock_meetings(db.session.get_one(Matchmaking, meeting.event_id))
    slot = _slot_of(meeting)
    if now() < slot.starts_at - ARRIVES_BEFORE:
        at = dates.time_text(slot.starts_at, current_language(), meeting.event.time_zone)
        raise Refusal(_("This meeting begins at %(time)s. Come back then.", time=at))
    seat = _seat_of(meeting, person)
    seat.arrived_at, seat.absent_at = seat.arrived_at or now(), None
    person.arrived_at = person.arrived_at or now()
    if by is not None:
        record(by, "arrival noted", ("meeting", meeting.id), meeting.event.organiser_id, person=person.id)


def miss(meeting: Meeting, person: Participation, by: Account | None = None) -> None:
    """Say that somebody did not come: their partner, who has, or staff (`by`). The meeting is off, and its place free.

    Refuses: it is off or over; five minutes have not passed; the person has come; the partner has not come themselves.
    Writes: the seat, the meeting, and an e-mail to the person who was missed. Higher files look for somebody to meet instead.
    """
    seats.lock_meetings(db.session.get_one(Matchmaking, meeting.event_id))
    slot, seat = _slot_of(meeting), _seat_of(meeting, person)
    if now() < slot.starts_at + GRACE:
        raise Refusal(_("Please wait until five minutes of the meeting have passed."))
    if seat.arrived_at is not None:
        raise Refusal(_("This person has come to the table."))
    partner = _seat_of(meeting, other_of(meeting, person))
    if by is None and partner.arrived_at is None:
        raise Refusal(_("Say first that you have come yourself."))
    seat.absent_at = now()
    take_off(meeting, person)
    emails.marked_absent(person, meeting)
    if by is not None:
        record(by, "absence noted", ("meeting", meeting.id), meeting.event.organiser_id, person=person.id)


def _slot_of(meeting: Meeting) -> Slot:
    slot = meeting.published_slot
    if meeting.state != MeetingState.ACTIVE or slot is None:
        raise Refusal(_("This meeting has been cancelled already."))
    if slot.ends_at <= now():
        raise Refusal(_("This meeting is over."))
    return slot


def _seat_of(meeting: Meeting, person: Participation) -> Seat:
    return db.session.get_one(Seat, (meeting.id, person.id))
