"""What does an event say now, section by section of the editor? The same facts as the actions take."""

from collections.abc import Callable
from typing import Any

from elmo_events.events.models import Event, Part, ProgrammeSession
from elmo_events.events.rules import (
    AdmissionFacts,
    Basics,
    Contact,
    DatesAndPlace,
    ExtraFacts,
    Offers,
    PartFacts,
    Programme,
    RegistrationTerms,
    Section,
    SessionFacts,
    SpeakerFacts,
    Texts,
)
from elmo_events.foundation import dates


def section_of(event: Event, section: Section) -> Any:
    return _SECTIONS[section](event)


def basics_of(event: Event) -> Basics:
    return Basics(
        kind=event.kind,
        title=event.title,
        summary=event.summary,
        slug=event.slug,
        languages=tuple(event.languages),
        theme_ids=tuple(theme.id for theme in event.themes),
        region_codes=tuple(region.code for region in event.regions),
    )


def texts_of(event: Event) -> Texts:
    return Texts(event.description, event.practical, event.accessibility)


def dates_of(event: Event) -> DatesAndPlace:
    return DatesAndPlace(
        format=event.format,
        time_zone=event.time_zone,
        parts=tuple(PartFacts(part.id, *_span(part, event.time_zone), part.title) for part in event.parts),
        venue=event.venue,
        address=event.address,
        city=event.city,
        joining_link=event.joining_link,
    )


def programme_of(event: Event) -> Programme:
    return Programme(tuple(_session_facts(session, event.time_zone) for session in event.sessions))


def offers_of(event: Event) -> Offers:
    return Offers(
        tuple(
            AdmissionFacts(admission.id, admission.name, admission.mode, admission.places, admission.has_catering)
            for admission in event.admissions
        ),
        tuple(
            ExtraFacts(extra.id, extra.name, extra.description, extra.places, extra.has_catering)
            for extra in event.extras
        ),
    )


def registration_terms_of(event: Event) -> RegistrationTerms:
    return RegistrationTerms(
        opens_at=event.opens_at,
        closes_at=event.closes_at,
        last_cancellation_at=event.last_cancellation_at,
        choose_parts=event.choose_parts,
        lists_participants=event.lists_participants,
        is_photographed=event.is_photographed,
        is_recorded=event.is_recorded,
    )


def contact_of(event: Event) -> Contact:
    return Contact(event.contact_name, event.contact_email, event.contact_phone, event.project_id)


def _session_facts(session: ProgrammeSession, time_zone: str) -> SessionFacts:
    return SessionFacts(
        session.id,
        *_span(session, time_zone),
        session.title,
        session.description,
        session.place,
        tuple(SpeakerFacts(speaker.name, speaker.role) for speaker in session.speakers),
    )


def _span(row: Part | ProgrammeSession, time_zone: str) -> tuple[Any, Any]:
    return dates.local(row.starts_at, time_zone), dates.local(row.ends_at, time_zone)


_SECTIONS: dict[Section, Callable[[Event], Any]] = {
    Section.BASICS: basics_of,
    Section.TEXTS: texts_of,
    Section.DATES: dates_of,
    Section.PROGRAMME: programme_of,
    Section.OFFERS: offers_of,
    Section.REGISTRATION: registration_terms_of,
    Section.CONTACT: contact_of,
}
