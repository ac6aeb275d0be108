"""Who is at which table, now and next? For the table itself, the wall display and the staff's page of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.links import read, sign
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Seat
from elmo_events.matchmaking.rules import GRACE, MeetingState
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.timetable.models import MeetingTable, Slot

TABLE, SEAT, WALL = "table of meetings", "seat at a table", "wall display"
with_people = (
    joinedload(Meeting.published_slot),
    joinedload(Meeting.published_table),
    selectinload(Meeting.seats).joinedload(Seat.participation).options(
        joinedload(Participation.profile), joinedload(Participation.registration)
    ),
)  # fmt: skip


class Shown(NamedTuple):
    """What a wall shows of somebody. Who is hidden from others has no name there."""

    first_name: str
    organisation: str


@dataclass(frozen=True)
class WallRow:
    """One meeting on the wall: its table, and the two."""

    table: str
    people: tuple[Shown, ...]


def table_token(table: MeetingTable) -> str:
    return sign(TABLE, table.id)


def table_by_token(token: str) -> MeetingTable | None:
    match read(TABLE, token):
        case int(number):
            return db.session.get(MeetingTable, number)
    return None


def event_of(table: MeetingTable) -> Event:
    return db.session.get_one(Event, table.event_id)


def seat_token(seat: Seat) -> str:
    """For the page that somebody sees after checking in; it says no more than what stands there."""
    return sign(SEAT, [seat.meeting_id, seat.participation_id])


def seat_by_token(token: str) -> Seat | None:
    match read(SEAT, token):
        case [int(meeting_id), int(participation_id)]:
            return db.session.get(Seat, (meeting_id, participation_id), options=[joinedload(Seat.meeting)])
    return None


def wall_token(matchmaking: Matchmaking) -> str:
    return sign(WALL, [matchmaking.event_id, matchmaking.wall_version])


def is_wall_token(matchmaking: Matchmaking, token: str) -> bool:
    return bool(read(WALL, token) == [matchmaking.event_id, matchmaking.wall_version])


def next_at_table(table: MeetingTable, moment: datetime, most: int = 2) -> Sequence[Meeting]:
    """What is going on or comes at a table, soonest first."""
    coming = _published(table.event_id).where(Meeting.published_table_id == table.id, Slot.ends_at > moment)
    return db.session.scalars(coming.limit(most)).unique().all()


def meeting_now(person: Participation, moment: datetime) -> Meeting | None:
    """What this person has now, or next."""
    own = _published(person.event_id).where(
        (Meeting.first_id == person.id) | (Meeting.second_id == person.id), Slot.ends_at > moment
    )
    return db.session.scalars(own.limit(1)).unique().first()


def slot_now(event: Event, moment: datetime) -> Slot | None:
    """The slot that is going on."""
    running = (Slot.event_id == event.id) & (Slot.starts_at <= moment) & (Slot.ends_at > moment)
    return db.session.scalar(select(Slot).where(running).order_by(Slot.starts_at).limit(1))


def slot_next(event: Event, moment: datetime) -> Slot | None:
    """The next one that begins."""
    coming = (Slot.event_id == event.id) & (Slot.starts_at > moment)
    return db.session.scalar(select(Slot).where(coming).order_by(Slot.starts_at).limit(1))


def meetings_in(slot: Slot) -> list[Meeting]:
    """By table; online ones without a table come last."""
    found = _published(slot.event_id).where(Meeting.published_slot_id == slot.id)
    return sorted(db.session.scalars(found).unique(), key=_by_table)


def wall_rows(slot: Slot) -> list[WallRow]:
    """Meetings at tables; those online need no wall."""
    return [
        WallRow(meeting.published_table.name, tuple(shown(seat.participation) for seat in meeting.seats))
        for meeting in meetings_in(slot)
        if meeting.published_table is not None and not meeting.published_table.link
    ]


def shown(person: Participation) -> Shown:
    profile = person.profile
    if profile is None or profile.visibility == Visibility.HIDDEN:
        return Shown("", "")
    return Shown(profile.first_name, profile.organisation)


def people_named(event: Event, words: str, most: int = 20) -> Sequence[Participation]:
    """For staff: people of the event's meetings whose first or last name begins so."""
    begins = words.replace("%", "").replace("_", "").strip() + "%"
    named = Profile.first_name.ilike(begins) | Profile.last_name.ilike(begins)
    whole = (Profile.first_name + " " + Profile.last_name).ilike(begins)
    return db.session.scalars(
        select(Participation)
        .join(Profile, Profile.id == Participation.profile_id)
        .where(Participation.event_id == event.id, Participation.left_at.is_(None), named | whole)
        .options(joinedload(Participation.profile))
        .order_by(Profile.sort_key, Participation.id)
        .limit(most)
    ).all()


def is_missing(seat: Seat, moment: datetime) -> bool:
    """Five minutes have passed, and this person has not come."""
    slot = seat.meeting.published_slot
    return seat.arrived_at is None and slot is not None and slot.starts_at + GRACE <= moment < slot.ends_at


def _published(event_id: int) -> Select[Meeting]:
    return (
        select(Meeting)
        .join(Slot, Slot.id == Meeting.published_slot_id)
        .where(Meeting.event_id == event_id, Meeting.state == MeetingState.ACTIVE)
        .options(*with_people)
        .order_by(Slot.starts_at, Meeting.id)
    )


def _by_table(meeting: Meeting) -> tuple[bool, int, int]:
    table = meeting.published_table
    return (table is None, table.position if table else 0, meeting.id)
