"""Which blocks, slots and tables does an event have, and who can use which slots?"""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from elmo_events.timetable.models import Block, MeetingTable, Slot, Unavailability


def blocks(event: Event) -> Sequence[Block]:
    """In the order of the day, with their slots."""
    return db.session.scalars(
        select(Block)
        .where(Block.event_id == event.id)
        .options(selectinload(Block.slots))
        .order_by(Block.starts_at, Block.id)
    ).all()


def slots(event: Event) -> Sequence[Slot]:
    """In the order of the day, with their blocks."""
    return db.session.scalars(
        select(Slot)
        .join(Block)
        .where(Slot.event_id == event.id)
        .options(joinedload(Slot.block))
        .order_by(Block.starts_at, Block.id, Slot.starts_at)
    ).all()


def tables(event: Event) -> Sequence[MeetingTable]:
    """All of them, closed ones too, in their order."""
    return db.session.scalars(
        select(MeetingTable).where(MeetingTable.event_id == event.id).order_by(MeetingTable.position, MeetingTable.id)
    ).all()


def possible_hosts(event: Event) -> Sequence[Registration]:
    """Who can have a booth: everybody who comes, by name."""
    return db.session.scalars(
        select(Registration)
        .where(
            Registration.event_id == event.id,
            Registration.state == RegistrationState.CONFIRMED,
            Registration.anonymised_at.is_(None),
        )
        .order_by(Registration.sort_key, Registration.id)
    ).all()


def unusable_slots(event: Event, registrations: Iterable[Registration]) -> dict[int, set[int]]:
    """Ids of the slots that each registration (by id) can't use: marked so, or outside the parts that it attends."""
    wanted = {registration.id: registration for registration in registrations}
    unusable = marked_slots(event, wanted)
    if event.choose_parts:
        all_slots = slots(event)
        for number, registration in wanted.items():
            unusable[number] |= _outside(all_slots, registration)
    return unusable


def marked_slots(event: Event, registration_ids: Iterable[int]) -> dict[int, set[int]]:
    """Ids of the slots that each registration (by id) has marked as not usable."""
    marked: dict[int, set[int]] = {number: set() for number in registration_ids}
    rows = db.session.execute(
        select(Unavailability.registration_id, Unavailability.slot_id).join(Slot).where(Slot.event_id == event.id)
    )
    for registration_id, slot_id in rows:
        if registration_id in marked:
            marked[registration_id].add(slot_id)
    return marked


def unattended_slots(event: Event, registration: Registration) -> set[int]:
    """Ids of the slots outside the parts that somebody attends."""
    return _outside(slots(event), registration) if event.choose_parts else set()


def _outside(all_slots: Sequence[Slot], registration: Registration) -> set[int]:
    spans = [(part.starts_at, part.ends_at) for part in registration.parts]
    return {
        slot.id
        for slot in all_slots
        if not any(start <= slot.starts_at and slot.ends_at <= end for start, end in spans)
    }
