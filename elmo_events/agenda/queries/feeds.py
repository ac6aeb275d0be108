"""Whose calendar is behind a secret address?"""

from elmo_events.agenda.models import AgendaFeed
from elmo_events.foundation.database import db
from elmo_events.foundation.links import read, sign
from elmo_events.registration.models import Registration

LINK = "agenda feed"


def feed_of(registration: Registration) -> AgendaFeed | None:
    return db.session.get(AgendaFeed, registration.id)


def feed_token(feed: AgendaFeed) -> str:
    """It ends with a newer one, and with the personal link: when the registration gets another address."""
    return sign(LINK, [feed.registration_id, feed.version, feed.registration.link_version])


def registration_by_token(token: str) -> Registration | None:
    """None when the address is not ours, has been replaced, or the person is forgotten."""
    match read(LINK, token):
        case [int(number), int(version), int(link_version)]:
            feed = db.session.get(AgendaFeed, number)
            if feed is None or (feed.version, feed.registration.link_version) != (version, link_version):
                return None
            return feed.registration if feed.registration.anonymised_at is None else None
    return None
