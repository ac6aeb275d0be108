"""A new event, from a few questions."""

from collections.abc import Mapping

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.actions.editing import end
from elmo_events.events.models import Admission, Event, Part
from elmo_events.events.queries import organiser as queries
from elmo_events.events.rules import (
    LONGEST_MADE,
    MODES_OF_FORMAT,
    RESERVED_SLUGS,
    FirstFacts,
    Mode,
    default_closing,
)
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import CONTENT_LANGUAGES, UI_LANGUAGES
from elmo_events.foundation.refusals import Refusal
from elmo_events.foundation.slugs import free_slug, slug_of
from elmo_events.organisers.models import Organiser

ADMISSION_NAMES = {
    Mode.ON_SITE: {"fi": "Paikan päällä", "sv": "På plats", "en": "On site"},
    Mode.ONLINE: {"fi": "Etänä", "sv": "På distans", "en": "Online"},
}


def create(facts: FirstFacts, by: Account) -> Event:
    """Make a draft with sensible defaults, which the editor then fills in.

    Registration closes a week before an event on site and at the start of one online; the contact is who makes it.
    Refuses: no title, an end before the start.
    Writes: the event with one part and its ways to attend, an audit entry.
    """
    if not any(facts.title.values()):
        raise Refusal(_("Write the title in at least one language."), field="title-fi")
    if facts.ends_at <= facts.starts_at:
        raise Refusal(_("The end must be after the start."), field="ends")
    organiser = db.session.get_one(Organiser, facts.organiser_id)
    closes_at = default_closing(facts.starts_at, facts.format, now())
    event = Event(
        organiser=organiser,
        kind=facts.kind,
        title=dict(facts.title),
        format=facts.format,
        city=facts.city,
        slug=free_address(facts.title),
        languages=[code for code in UI_LANGUAGES if facts.title.get(code)],
        regions=[organiser.region] if organiser.region else [],
        time_zone=str(facts.starts_at.tzinfo),
        starts_at=facts.starts_at,
        ends_at=facts.ends_at,
        parts=[Part(starts_at=facts.starts_at, ends_at=facts.ends_at)],
        admissions=[
            Admission(name=ADMISSION_NAMES[mode], mode=mode, position=position)
            for position, mode in enumerate(MODES_OF_FORMAT[facts.format])
        ],
        closes_at=closes_at,
        last_cancellation_at=closes_at,
        contact_name=by.name,
        contact_email=by.email,
    )
    db.session.add(event)
    end(event, by, "event made")
    return event


def free_address(title: Mapping[str, str]) -> str:
    """A slug made from the title, with a number behind it when it is taken."""
    wished = (slug_of(title.get(code, ""), LONGEST_MADE) for code in CONTENT_LANGUAGES)
    return free_slug(
        next(filter(None, wished), "event"), lambda slug: slug in RESERVED_SLUGS or not queries.is_slug_free(slug)
    )
