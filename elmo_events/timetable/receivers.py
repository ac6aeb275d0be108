"""What we do when an event is copied; inside the transaction that copies it."""

from datetime import datetime
from typing import Any

from elmo_events.events import signals
from elmo_events.events.models import Event
from elmo_events.events.rules import moved
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.timetable import queries
from elmo_events.timetable.models import Block, MeetingTable, Slot
from elmo_events.timetable.rules import TableKind, spans_of


def register() -> None:
    signals.event_copied.connect(copy_time_and_room)


def copy_time_and_room(event: Event, original: Event, **_: Any) -> None:
    """The copy keeps the same clock times, and as many tables. A booth has no host yet; video rooms are not copied, since
    their links belong to one event.

    Writes: blocks, slots, tables.
    """
    for block in queries.blocks(original):
        db.session.add(_block(event, block, _days(event, original)))
    for table in queries.tables(original):
        if table.kind != TableKind.VIDEO:
            db.session.add(MeetingTable(event_id=event.id, kind=table.kind, name=table.name, position=table.position))
    db.session.flush()


def _block(event: Event, block: Block, days: int) -> Block:
    starts_at, ends_at = (_shifted(event, moment, days) for moment in (block.starts_at, block.ends_at))
    made = Block(
        event_id=event.id, starts_at=starts_at, ends_at=ends_at, slot_minutes=block.slot_minutes,
        pause_minutes=block.pause_minutes, title=block.title,
    )  # fmt: skip
    spans = spans_of(starts_at, ends_at, block.slot_minutes, block.pause_minutes)
    made.slots = [Slot(event_id=event.id, starts_at=start, ends_at=end) for start, end in spans]
    return made


def _days(event: Event, original: Event) -> int:
    return (event.first_start_local.date() - original.first_start_local.date()).days


def _shifted(event: Event, moment: datetime, days: int) -> datetime:
    zone = dates.zone(event.time_zone)
    return moved(moment, days, zone, zone)
