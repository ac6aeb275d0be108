"""Whose calendar is behind a secret address?"""

from elmo_events.agenda.models import AgendaFeed
from elmo_events.foundation.database import db
from elmo_events.foundation.links import read, sign
from elmo_events.registration.models import Registration

LINK = "agenda feed"


def feed_of(registration: Registration) -> AgendaFeed | None:
    return db.session.get(AgendaFeed, registration.id)


def feed_token(feed: AgendaFeed) -> str:
    return sign(LINK, [feed.registration_id, feed.version])


def registration_by_token(token: str) -> Registration | None:
    """None when the address is not ours, has been replaced, or the person is forgotten."""
    match read(LINK, token):
        case [int(number), int(version)]:
            feed = db.session.get(AgendaFeed, number)
            is_valid = feed and feed.version == version and feed.registration.anonymised_at is None
            return feed.registration if feed and is_valid else None
    return None
