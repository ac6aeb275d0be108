"""What stands in one person's agenda of an event?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elmo_events.accounts.models import Account
from elmo_events.agenda.rules import MOVED_SHOWN, ItemKind
from elmo_events.events.models import Event, ProgrammeSession
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.joining import participation_with, registrations_to_join
from elmo_events.matchmaking.queries.meetings import is_of
from elmo_events.matchmaking.queries.participations import is_in_force, matchmaking_of, own_participation
from elmo_events.matchmaking.queries.rooms import Room, other_of, room_of
from elmo_events.matchmaking.rules import MatchmakingMode, MeetingState
from elmo_events.registration.models import Registration
from elmo_events.timetable.models import Block, Slot
from elmo_events.timetable.queries import blocks, unusable_slots


@dataclass(frozen=True)
class Own:
    """Whose agenda it is: a registration, and the part that it takes in the event's meetings, if any."""

    event: Event
    registration: Registration
    matchmaking: Matchmaking | None
    participation: Participation | None


@dataclass(frozen=True)
class Item:
    """One line. `moved_from`: when people had been told that a meeting begins, if it was moved lately."""

    kind: ItemKind
    starts_at: datetime
    ends_at: datetime
    session: ProgrammeSession | None = None
    meeting: Meeting | None = None
    other: Participation | None = None
    room: Room | None = None
    moved_from: datetime | None = None


def own_at(event: Event, account: Account) -> Own | None:
    """None for an account without a confirmed registration for the event."""
    matchmaking = matchmaking_of(event)
    participation = own_participation(event, account) if matchmaking else None
    if participation is not None:
        return Own(event, participation.registration, matchmaking, participation)
    registrations = registrations_to_join(event, account)
    by_name = sorted(registrations, key=lambda one: one.name != account.name)
    return Own(event, by_name[0], matchmaking, None) if by_name else None


def own_of(registration: Registration) -> Own:
    """The same for a calendar address, which knows the registration."""
    event = registration.event
    matchmaking, participation = matchmaking_of(event), participation_with(registration)
    takes_part = matchmaking is not None and participation is not None and is_in_force(participation)
    return Own(event, registration, matchmaking, participation if takes_part else None)


def items(own: Own, moment: datetime) -> list[Item]:
    """Everything in the order of the day; what takes longest first."""
    found = [*_sessions(own), *_of_meetings(own, moment)]
    return sorted(found, key=lambda item: (item.starts_at, -item.ends_at.timestamp(), item.kind))


def by_day(items: Sequence[Item], zone: str) -> list[tuple[date, list[Item]]]:
    grouped = groupby(items, key=lambda item: dates.local(item.starts_at, zone).date())
    return [(day, list(of_day)) for day, of_day in grouped]


def told_meetings(participation: Participation) -> Sequence[Meeting]:
    """All that this person has been told of, with those that were taken off."""
    return db.session.scalars(
        select(Meeting)
        .where(is_of(participation), Meeting.told_starts_at.is_not(None))
        .options(
            joinedload(Meeting.published_slot),
            joinedload(Meeting.published_table),
            joinedload(Meeting.request),
            *(
                joinedload(side).options(
                    joinedload(Participation.profile),
                    joinedload(Participation.registration).joinedload(Registration.admission),
                )
                for side in (Meeting.first, Meeting.second)
            ),
        )
        .order_by(Meeting.told_starts_at, Meeting.id)
    ).all()


def sessions_attended(registration: Registration) -> list[ProgrammeSession]:
    """Those that begin within a part that this person attends."""
    if not registration.event.choose_parts:
        return list(registration.event.sessions)
    spans = [(part.starts_at, part.ends_at) for part in registration.parts_attended]
    return [
        session
        for session in registration.event.sessions
        if any(start <= session.starts_at < end for start, end in spans)
    ]


def _sessions(own: Own) -> Iterator[Item]:
    for session in sessions_attended(own.registration):
        yield Item(ItemKind.SESSION, session.starts_at, session.ends_at, session=session)


def _of_meetings(own: Own, moment: datetime) -> Iterator[Item]:
    if own.participation is None or own.matchmaking is None:
        return
    meetings = told_meetings(own.participation)
    held: set[int] = set()
    for meeting in meetings:
        item = _meeting(meeting, own.participation, own.matchmaking, moment)
        if item.kind == ItemKind.MEETING and meeting.published_slot_id:
            held.add(meeting.published_slot_id)
        yield item
    unusable = unusable_slots(own.event, [own.registration])[own.registration.id]
    is_waiting = own.matchmaking.mode == MatchmakingMode.PLANNED and own.matchmaking.published_at is None
    for block in blocks(own.event):
        yield from _waiting_block(block, unusable) if is_waiting else _gaps(block, held, unusable)


def _meeting(meeting: Meeting, person: Participation, matchmaking: Matchmaking, moment: datetime) -> Item:
    slot, other = meeting.published_slot, other_of(meeting, person)
    if slot is not None and meeting.state == MeetingState.ACTIVE:
        is_new = meeting.told_at is not None and moment - meeting.told_at < MOVED_SHOWN
        return Item(
            ItemKind.MEETING, slot.starts_at, slot.ends_at, meeting=meeting, other=other,
            room=room_of(meeting, matchmaking), moved_from=meeting.moved_from if is_new else None,
        )  # fmt: skip
    starts_at, ends_at = meeting.told_starts_at, meeting.told_ends_at
    return Item(ItemKind.CANCELLED, starts_at or moment, ends_at or moment, meeting=meeting, other=other)


def _waiting_block(block: Block, unusable: set[int]) -> Iterator[Item]:
    if any(slot.id not in unusable for slot in block.slots):
        yield Item(ItemKind.BLOCK, block.starts_at, block.ends_at)


def _gaps(block: Block, held: set[int], unusable: set[int]) -> Iterator[Item]:
    """Slots without a meeting that follow each other, as one line."""

    def kind_of(slot: Slot) -> ItemKind:
        if slot.id in held:
            return ItemKind.MEETING
        return ItemKind.BUSY if slot.id in unusable else ItemKind.FREE

    for kind, group in groupby(block.slots, key=kind_of):
        slots = list(group)
        if kind != ItemKind.MEETING:
            yield Item(kind, slots[0].starts_at, slots[-1].ends_at)
