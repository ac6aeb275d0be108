"""An organiser keeps time for meetings: blocks, and the slots that they fall into."""

from collections.abc import Collection
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import delete, select

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.timetable import queries, signals
from elmo_events.timetable.models import Block, Slot, Unavailability
from elmo_events.timetable.rules import BlockFacts, is_within, spans_of

Span = tuple[datetime, datetime]


def add_block(event: Event, facts: BlockFacts, by: Account) -> Block:
    """Keep a span of the event for meetings.

    Refuses: outside the event's times, over another block, shorter than a slot. Writes: the block, its slots, an audit entry.
    """
    lock(event)
    _check(event, facts, None)
    block = Block(event_id=event.id, **facts._asdict())
    block.slots = [_slot(event, span) for span in _spans(facts)]
    db.session.add(block)
    db.session.flush()
    _note(event, block, by, "block added")
    return block


def change_block(event: Event, block: Block, facts: BlockFacts, by: Account) -> None:
    """Slots whose times stay are kept, with their meetings. Who had marked a slot as one they can't use can't use those that
    come in its place either.

    Refuses: as `add_block`; people have been told of meetings in slots that would go (matchmaking says so, through the signal).
    Writes: the block, its slots, unavailabilities, an audit entry; sends `places_going`.
    """
    lock(event)
    _check(event, facts, block)
    spans = set(_spans(facts))
    going = [slot for slot in block.slots if _span(slot) not in spans]
    closed = _closed_spans(going)
    _delete(event, going)
    db.session.refresh(block)
    for name, value in facts._asdict().items():
        setattr(block, name, value)
    kept = {_span(slot) for slot in block.slots}
    coming = [_slot(event, span) for span in sorted(spans - kept)]
    block.slots.extend(coming)
    db.session.flush()
    _close_again(coming, closed)
    _note(event, block, by, "block changed")


def remove_block(event: Event, block: Block, by: Account) -> None:
    """Refuses: people have been told of meetings in it (matchmaking says so, through the signal).

    Writes: the block and its slots are deleted, an audit entry; sends `places_going`.
    """
    lock(event)
    _delete(event, block.slots)
    db.session.refresh(block)
    _note(event, block, by, "block removed")
    db.session.delete(block)
    db.session.flush()


def _check(event: Event, facts: BlockFacts, itself: Block | None) -> None:
    if facts.ends_at <= facts.starts_at:
        raise Refusal(_("It must end after it starts."), field="ends")
    spans = [(part.starts_at, part.ends_at) for part in event.parts]
    if not is_within(facts.starts_at, facts.ends_at, spans):
        times = "; ".join(dates.lines(spans, current_language(), event.time_zone))
        raise Refusal(_("A block lies within the event's times: %(times)s.", times=times), field="starts")
    for other in queries.blocks(event):
        if other is not itself and facts.starts_at < other.ends_at and other.starts_at < facts.ends_at:
            times = dates.span_text(other.starts_at, other.ends_at, current_language(), event.time_zone)
            raise Refusal(_("Another block is at that time: %(times)s.", times=times), field="starts")
    if not _spans(facts):
        raise Refusal(_("The block is shorter than one slot."), field="ends")


def _spans(facts: BlockFacts) -> list[Span]:
    return list(spans_of(facts.starts_at, facts.ends_at, facts.slot_minutes, facts.pause_minutes))


def _span(slot: Slot) -> Span:
    return slot.starts_at, slot.ends_at


def _slot(event: Event, span: Span) -> Slot:
    return Slot(event_id=event.id, starts_at=span[0], ends_at=span[1])


def _closed_spans(slots: Collection[Slot]) -> set[tuple[int, Span]]:
    """Who can't use which of these times."""
    rows = db.session.execute(
        select(Unavailability.registration_id, Slot.starts_at, Slot.ends_at)
        .join(Slot)
        .where(Slot.id.in_([slot.id for slot in slots]))
    )
    return {(registration_id, (starts_at, ends_at)) for registration_id, starts_at, ends_at in rows}


def _close_again(slots: Collection[Slot], closed: Collection[tuple[int, Span]]) -> None:
    marks = {
        (registration_id, slot.id)
        for registration_id, (starts_at, ends_at) in closed
        for slot in slots
        if slot.starts_at < ends_at and starts_at < slot.ends_at
    }
    db.session.add_all(Unavailability(registration_id=person, slot_id=slot_id) for person, slot_id in sorted(marks))
    db.session.flush()


def _delete(event: Event, slots: Collection[Slot]) -> None:
    numbers = [slot.id for slot in slots]
    if not numbers:
        return
    signals.places_going.send(event, slot_ids=numbers, table_ids=())
    db.session.execute(delete(Slot).where(Slot.id.in_(numbers)), execution_options={"synchronize_session": "fetch"})


def _note(event: Event, block: Block, by: Account, action: str) -> None:
    record(by, action, ("event", event.id), organiser_id=event.organiser_id, block=block.id)
