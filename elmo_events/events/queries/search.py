"""What is an event found by?"""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.search import Wording

SEARCHED_AS = "event"


def search_texts_of(event: Event) -> Iterable[Wording]:
    yield from (event.title, event.summary, event.description, event.venue, event.city)
    yield event.organiser.name
    yield from (theme.name for theme in event.themes)
    yield from (region.name for region in event.regions)
    for session in event.sessions:
        yield session.title
        yield from (speaker.name for speaker in session.speakers)


def event_ids() -> Sequence[int]:
    return db.session.scalars(select(Event.id).order_by(Event.id)).all()
