"""The secret address of one's own calendar: making one ends the one before."""

from elmo_events.agenda.models import AgendaFeed
from elmo_events.foundation.database import db, lock
from elmo_events.registration.models import Registration


def make_address(registration: Registration) -> AgendaFeed:
    """Writes: a new version, so that whoever knew the old address sees nothing any more."""
    lock(registration)
    feed = db.session.get(AgendaFeed, registration.id)
    if feed is None:
        feed = AgendaFeed(registration_id=registration.id, version=1)
        db.session.add(feed)
    else:
        feed.version += 1
    return feed
