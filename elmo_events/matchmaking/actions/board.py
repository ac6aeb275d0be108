"""What an organiser does to the timetable by hand. It is checked as planning would check it; there is no override."""

from typing import NamedTuple

from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.actions.publish import tell
from elmo_events.matchmaking.emails import requests as letters
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.board import obstacle_text
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.places import Places
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.queries.publication import published_in_the_way
from elmo_events.matchmaking.queries.requests import pending_between
from elmo_events.matchmaking.queries.visible import may_see
from elmo_events.matchmaking.rules import MeetingState


class Wish(NamedTuple):
    """Where an organiser wants a meeting. No table: the first that is free. `confirmed`: people who know another time may be
    told the new one at once.
    """

    slot_id: int
    table_id: int | None = None
    is_pinned: bool = True
    confirmed: bool = False


def place_meeting(meeting: Meeting, wish: Wish, by: Account) -> None:
    """Put a meeting into a slot of the draft. When people have been told of it, it moves for them too and they get a letter.

    Refuses: something is in the way; a move of what people know is not confirmed.
    Writes: the meeting, its seats, the e-mails, an audit entry.
    """
    matchmaking = _lock(meeting)
    place = _checked(matchmaking, meeting, wish)
    if place == seats.place_of(meeting) == seats.published_place_of(meeting):
        meeting.is_pinned = wish.is_pinned
        return
    _refuse_unconfirmed(meeting, place, wish.confirmed)
    seats.draft({meeting: place})
    meeting.is_pinned = wish.is_pinned
    _tell_if_known(meeting)
    _note(matchmaking, by, meeting, "meeting placed by hand")


def unplace_meeting(meeting: Meeting, confirmed: bool, by: Account) -> None:
    """Take a meeting out of its slot: it waits for another. Those who know of the slot get a letter.

    Refuses: people know of it and it is not confirmed. Writes: the meeting, its seats, e-mails, an audit entry.
    """
    matchmaking = _lock(meeting)
    _refuse_unconfirmed(meeting, seats.NOWHERE, confirmed)
    seats.draft({meeting: seats.NOWHERE})
    meeting.is_pinned = False
    _tell_if_known(meeting)
    _note(matchmaking, by, meeting, "meeting taken off by hand")


def pin_meeting(meeting: Meeting, is_pinned: bool, by: Account) -> None:
    """Planning leaves a pinned meeting where it is.

    Refuses: it stands nowhere. Writes: the meeting, an audit entry.
    """
    matchmaking = _lock(meeting)
    if is_pinned and meeting.slot_id is None:
        raise Refusal(_("A meeting without a slot can't be pinned."))
    meeting.is_pinned = is_pinned
    record(by, "meeting pinned", ("meeting", meeting.id), organiser_id=matchmaking.event.organiser_id, pinned=is_pinned)


def add_meeting(first: Participation, second: Participation, by: Account) -> Meeting:
    """Let two people meet who have not asked each other; they are told with the timetable.

    Refuses: the two are one, may not meet, have a meeting, or one has asked the other.
    Writes: the meeting, its seats, an audit entry.
    """
    matchmaking = db.session.get_one(Matchmaking, first.event_id)
    seats.lock_meetings(matchmaking)
    if first.id == second.id:
        raise Refusal(_("Choose two people."), field="second")
    if not may_see(first, second):
        raise Refusal(_("These two may not meet."), field="second")
    if meeting_between(first, second):
        raise Refusal(_("These two have a meeting already."), field="second")
    if pending_between(first, second):
        raise Refusal(_("One of them has asked the other, who has not answered yet."), field="second")
    meeting = seats.new_meeting(first, second)
    _note(matchmaking, by, meeting, "meeting added by hand")
    return meeting


def remove_meeting(meeting: Meeting, by: Account) -> None:
    """Cancel a meeting for good, and tell both.

    Refuses: it is cancelled already. Writes: the meeting, its seats, the e-mails, an audit entry.
    """
    matchmaking = _lock(meeting)
    take_off(meeting, None)
    letters.called_off(meeting)
    record(by, "meeting removed", ("meeting", meeting.id), organiser_id=matchmaking.event.organiser_id)


def _lock(meeting: Meeting) -> Matchmaking:
    matchmaking = db.session.get_one(Matchmaking, meeting.event_id)
    seats.lock_meetings(matchmaking)
    db.session.refresh(meeting)
    if meeting.state != MeetingState.ACTIVE:
        raise Refusal(_("This meeting has been cancelled already."))
    return matchmaking


def _checked(matchmaking: Matchmaking, meeting: Meeting, wish: Wish) -> seats.Place:
    question = asked(matchmaking, now(), to_write=True)
    places = Places(question)
    slots = {slot.id: number for number, slot in enumerate(question.slots)}
    if meeting.id not in places.number_of or wish.slot_id not in slots:
        raise Refusal(_("This slot or one of the two is not there any more."), field="slot")
    number, slot = places.number_of[meeting.id], slots[wish.slot_id]
    if found := places.obstacles(number, slot):
        raise Refusal(" ".join(obstacle_text(question, each) for each in found), field="slot")
    if not places.needs_table(number):
        return seats.Place(wish.slot_id)
    tables = {table.id: at for at, table in enumerate(question.tables)}
    wanted = places.suitable_at_once(number, slot) if wish.table_id is None else tables.get(wish.table_id)
    if wanted is None:
        raise Refusal(_("This table is not there any more."), field="table")
    if obstacle := places.of_table(number, slot, wanted):
        raise Refusal(obstacle_text(question, obstacle), field="table")
    return seats.Place(wish.slot_id, question.tables[wanted].id)


def _refuse_unconfirmed(meeting: Meeting, place: seats.Place, confirmed: bool) -> None:
    if meeting.published_slot_id is not None and place != seats.published_place_of(meeting) and not confirmed:
        raise Refusal(
            _("Both have been told of another time or table. Confirm that they are told the new one."), "confirmed"
        )


def _tell_if_known(meeting: Meeting) -> None:
    """What people have been told of changes for them at once."""
    if meeting.published_slot_id is None:
        return
    if meeting.slot_id is not None and published_in_the_way(meeting):
        raise Refusal(
            _("People have been told of another meeting there. Publish the whole timetable first."), field="slot"
        )
    tell([meeting])


def _note(matchmaking: Matchmaking, by: Account, meeting: Meeting, action: str) -> None:
    """What was proven of the draft no longer speaks of it."""
    matchmaking.draft_plan_id = None
    record(by, action, ("meeting", meeting.id), organiser_id=matchmaking.event.organiser_id)
