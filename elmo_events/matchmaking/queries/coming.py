"""At which events can people meet one to one?"""

from datetime import datetime

from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking


def events_with_meetings(moment: datetime) -> set[int]:
    """Ids of events with matchmaking that are not over."""
    held = select(Matchmaking.event_id).join(Event, Event.id == Matchmaking.event_id)
    return set(db.session.scalars(held.where(Matchmaking.is_on, Event.ends_at > moment)))
