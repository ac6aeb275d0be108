"""Changes of an event's plain facts: basics, texts, registration, contact. None of them concerns who has signed up."""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from elmo_events.accounts.models import Account
from elmo_events.events.actions.editing import begin, end_section
from elmo_events.events.models import Event
from elmo_events.events.queries import organiser as queries
from elmo_events.events.queries.checklist import musts_of
from elmo_events.events.rules import (
    RESERVED_SLUGS,
    Basics,
    Contact,
    EventState,
    RegistrationTerms,
    Section,
    Texts,
    is_slug,
)
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.network.models import Project, Region, Theme


def change_basics(event: Event, basics: Basics, by: Account, seen: datetime | None = None) -> None:
    """Say what kind of event it is, its title and address, and what it is about.

    Refuses: a stale form, no title, an address that is taken or not one, what a published event must have.
    Writes: the event, an audit entry. The address of an event that was published once stays.
    """
    begin(event, seen)
    if not any(basics.title.values()):
        raise Refusal(_("Write the title in at least one language."), field="title-fi")
    if event.published_at is None:
        refuse_bad_slug(basics.slug, but_of=event.id)
        event.slug = basics.slug
    event.kind, event.title, event.summary = basics.kind, dict(basics.title), dict(basics.summary)
    event.languages = list(basics.languages)
    event.themes = list(db.session.scalars(select(Theme).where(Theme.id.in_(basics.theme_ids))).all())
    event.regions = list(db.session.scalars(select(Region).where(Region.code.in_(basics.region_codes))).all())
    refuse_gaps(event, Section.BASICS)
    end_section(event, by, Section.BASICS)


def change_texts(event: Event, texts: Texts, by: Account, seen: datetime | None = None) -> None:
    """Refuses: a stale form, a legal language missing once the event is published. Writes: the event, an audit entry."""
    begin(event, seen)
    event.description, event.practical = dict(texts.description), dict(texts.practical)
    event.accessibility = dict(texts.accessibility)
    refuse_gaps(event, Section.TEXTS)
    end_section(event, by, Section.TEXTS)


def change_registration_terms(
    event: Event, terms: RegistrationTerms, by: Account, seen: datetime | None = None
) -> None:
    """Say when people may sign up and cancel, and what they are asked and told.

    Refuses: a stale form, a window that ends before it begins or after the event.
    Writes: the event, an audit entry.
    """
    begin(event, seen)
    refuse_bad_window(event, terms.opens_at, terms.closes_at, terms.last_cancellation_at)
    event.opens_at, event.closes_at = terms.opens_at, terms.closes_at
    event.last_cancellation_at = terms.last_cancellation_at
    event.choose_parts, event.lists_participants = terms.choose_parts, terms.lists_participants
    event.is_photographed, event.is_recorded = terms.is_photographed, terms.is_recorded
    end_section(event, by, Section.REGISTRATION)


def change_contact(event: Event, contact: Contact, by: Account, seen: datetime | None = None) -> None:
    """Refuses: a stale form, no contact once the event is published. Writes: the event, an audit entry."""
    begin(event, seen)
    event.contact_name, event.contact_email = contact.contact_name, contact.contact_email
    event.contact_phone = contact.contact_phone
    event.project = db.session.get(Project, contact.project_id) if contact.project_id else None
    event.project_id = event.project.id if event.project else None
    refuse_gaps(event, Section.CONTACT)
    end_section(event, by, Section.CONTACT)


def refuse_gaps(event: Event, *sections: Section) -> None:
    """Refuses: something that a published event must have was taken away. Drafts may have gaps."""
    if event.state != EventState.PUBLISHED or event.is_past_at(now()):
        return
    for gap in musts_of(event, now()):
        if gap.section in sections:
            raise Refusal(gap.sentence, field=gap.field)


def refuse_bad_slug(slug: str, but_of: int | None) -> None:
    if not is_slug(slug) or slug in RESERVED_SLUGS:
        raise Refusal(_("Use small letters a–z, digits and hyphens, such as circular-economy-2027."), field="slug")
    if not queries.is_slug_free(slug, but_of):
        raise Refusal(_("Another event has this address already."), field="slug")


def refuse_bad_window(
    event: Event, opens_at: datetime | None, closes_at: datetime | None, last_cancellation_at: datetime | None
) -> None:
    ends = dates.date_time_text(event.ends_at, current_language(), event.time_zone)
    if opens_at and closes_at and opens_at >= closes_at:
        raise Refusal(_("Registration must close after it opens."), field="closes_at")
    if opens_at and opens_at >= event.ends_at:
        raise Refusal(_("Registration must open before the event ends (%(moment)s).", moment=ends), field="opens_at")
    if closes_at and closes_at > event.ends_at:
        raise Refusal(_("Registration must close before the event ends (%(moment)s).", moment=ends), field="closes_at")
    if last_cancellation_at and last_cancellation_at > event.ends_at:
        sentence = _("The last day to cancel must be before the event ends (%(moment)s).", moment=ends)
        raise Refusal(sentence, field="last_cancellation_at")
