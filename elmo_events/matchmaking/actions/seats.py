"""Where and when meetings are: the only file that writes slots and tables of meetings, in the draft and in what is published.

Everything that gives or frees a slot or a table locks the event's matchmaking first. The unique constraints of the database
stand behind it. Meetings that change places are first taken off theirs, since a database checks row by row.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import select, update

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Seat
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import Slot


class Place(NamedTuple):
    """Ids of a slot and a table; no slot: the meeting waits for one. An online meeting may have a slot and no table."""

    slot_id: int | None = None
    table_id: int | None = None


NOWHERE = Place()


def lock_meetings(matchmaking: Matchmaking) -> None:
    """Whoever else gives or frees a slot or table of this event waits until our transaction ends.

    What was loaded before is read afresh: whoever held the lock before us may have changed it.
    """
    lock(matchmaking)
    db.session.expire_all()


def new_meeting(first: Participation, second: Participation, request_id: int | None = None) -> Meeting:
    """Two people who are to meet; when and where comes later. Writes: the meeting and its seats."""
    low, high = sorted((first.id, second.id))
    meeting = Meeting(event_id=first.event_id, first_id=low, second_id=high, request_id=request_id)
    meeting.seats = [Seat(participation_id=low), Seat(participation_id=high)]
    db.session.add(meeting)
    db.session.flush()
    return meeting


def draft(places: Mapping[Meeting, Place]) -> None:
    """Put meetings to these slots and tables in the draft. The caller has checked them and holds the lock.

    Raises IntegrityError when a person or a table would be in two meetings at once. Writes: meetings, seats.
    """
    changed = {meeting: place for meeting, place in places.items() if place_of(meeting) != place}
    for meeting in changed:
        _set_draft(meeting, NOWHERE)
    db.session.flush()
    for meeting, place in changed.items():
        _set_draft(meeting, place)
    db.session.flush()


def publish(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Tell the people of these meetings what the draft says; the caller holds the lock and writes the e-mails.

    Raises IntegrityError as `draft` does. Writes: meetings, seats. Returns those whose time or table changed for somebody.
    """
    changed = [meeting for meeting in meetings if place_of(meeting) != published_place_of(meeting)]
    for meeting in changed:
        _set_published(meeting, NOWHERE)
    db.session.flush()
    for meeting in changed:
        _set_published(meeting, place_of(meeting))
        _note_what_was_told(meeting)
    db.session.flush()
    return changed


def cancel_meeting(meeting: Meeting, by: Participation | None = None) -> None:
    """Take a meeting off the timetable, at once and for everybody; the caller holds the lock and writes the e-mails.

    Writes: the meeting, its seats.
    """
    _set_draft(meeting, NOWHERE)
    _set_published(meeting, NOWHERE)
    meeting.state = MeetingState.CANCELLED
    meeting.is_pinned = False
    meeting.cancelled_at = meeting.told_at = now()
    meeting.cancelled_by_id = by.id if by else None
    meeting.sequence += 1
    db.session.flush()


def cancel_all(event_id: int) -> None:
    """Take all meetings of an event off the timetable, at once; the caller holds the lock. Writes: the meetings, their seats."""
    active = (Meeting.event_id == event_id) & (Meeting.state == MeetingState.ACTIVE)
    moment, numbers = now(), select(Meeting.id).where(active)
    db.session.flush()
    for statement in (
        update(Seat).where(Seat.meeting_id.in_(numbers)).values(slot_id=None, published_slot_id=None),
        update(Meeting)
        .where(active)
        .values(
            state=MeetingState.CANCELLED, is_pinned=False, cancelled_at=moment, told_at=moment,
            sequence=Meeting.sequence + 1, slot_id=None, table_id=None, published_slot_id=None, published_table_id=None,
        ),
    ):  # fmt: skip
        db.session.execute(statement.execution_options(synchronize_session=False))
    db.session.expire_all()


def place_of(meeting: Meeting) -> Place:
    return Place(meeting.slot_id, meeting.table_id)


def published_place_of(meeting: Meeting) -> Place:
    return Place(meeting.published_slot_id, meeting.published_table_id)


def _set_draft(meeting: Meeting, place: Place) -> None:
    meeting.slot_id, meeting.table_id = place
    for seat in meeting.seats:
        seat.slot_id = place.slot_id


def _set_published(meeting: Meeting, place: Place) -> None:
    meeting.published_slot_id, meeting.published_table_id = place
    for seat in meeting.seats:
        seat.published_slot_id = place.slot_id


def _note_what_was_told(meeting: Meeting) -> None:
    """Calendars and agendas show what has been taken off at the time that people knew."""
    meeting.sequence += 1
    meeting.told_at = now()
    slot = db.session.get_one(Slot, meeting.published_slot_id) if meeting.published_slot_id else None
    if slot is None:
        return
    if meeting.told_starts_at and meeting.told_starts_at != slot.starts_at:
        meeting.moved_from = meeting.told_starts_at
    meeting.told_starts_at, meeting.told_ends_at = slot.starts_at, slot.ends_at
