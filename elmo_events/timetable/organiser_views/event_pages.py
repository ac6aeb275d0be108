"""What the organiser's pages about blocks and tables share: which block or table of the event it is."""

from flask import abort

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.timetable.models import Block, MeetingTable


def block_in(event: Event, block_id: int) -> Block:
    """A block of this event; another event's does not exist here."""
    found = db.session.get(Block, block_id)
    return found if found and found.event_id == event.id else abort(404)


def table_in(event: Event, table_id: int) -> MeetingTable:
    """A table of this event; another event's does not exist here."""
    found = db.session.get(MeetingTable, table_id)
    return found if found and found.event_id == event.id else abort(404)
