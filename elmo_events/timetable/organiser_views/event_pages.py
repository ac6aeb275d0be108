"""What the organiser's pages about blocks and tables share: who is signed in, and which event, block or table it is."""

from flask import abort

from elmo_events.accounts.guards import signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.queries import organiser as events
from elmo_events.foundation.database import db
from elmo_events.timetable.models import Block, MeetingTable


def member() -> Account:
    return signed_in_account() or abort(403)


def event_of(event_id: int) -> Event:
    return events.event(event_id) or abort(404)


def block_in(event: Event, block_id: int) -> Block:
    """A block of this event; another event's does not exist here."""
    found = db.session.get(Block, block_id)
    return found if found and found.event_id == event.id else abort(404)


def table_in(event: Event, table_id: int) -> MeetingTable:
    """A table of this event; another event's does not exist here."""
    found = db.session.get(MeetingTable, table_id)
    return found if found and found.event_id == event.id else abort(404)
