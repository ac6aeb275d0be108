"""What the pages about one event share: the head and the menu of sections."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import lazy_gettext as _l

from elmo_events.events.models import Event
from elmo_events.events.queries import checklist
from elmo_events.events.queries import organiser as queries
from elmo_events.events.rules import EventState, Section
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page

SECTION_LABELS = {
    Section.BASICS: _l("Basics"),
    Section.TEXTS: _l("Texts"),
    Section.DATES: _l("Dates and place"),
    Section.PROGRAMME: _l("Programme"),
    Section.OFFERS: _l("Ways to attend and extras"),
    Section.REGISTRATION: _l("Registration"),
    Section.CONTACT: _l("Contact and project"),
}
ENDPOINTS = {
    Section.BASICS: "events.edit_event",
    Section.TEXTS: "events.edit_texts",
    Section.DATES: "events.edit_dates",
    Section.PROGRAMME: "events.edit_programme",
    Section.OFFERS: "events.edit_offers",
    Section.REGISTRATION: "events.edit_registration",
    Section.CONTACT: "events.edit_contact",
}


@dataclass(frozen=True)
class MenuItem:
    section: Section
    label: Any
    url: str
    gaps: int  # how many things that must be there are missing


def section_url(event: Event, section: Section, field: str | None = None) -> str:
    return url_for(ENDPOINTS[section], event_id=event.id, _anchor=field)


def next_section(section: Section) -> Section | None:
    sections = list(Section)
    position = sections.index(section) + 1
    return sections[position] if position < len(sections) else None


def editor_page(template: str, event: Event, **context: Any) -> tuple[str, int]:
    """A page about one event, with its head and menu."""
    gaps = checklist.gaps_of(event, now())
    return page(
        template,
        event=event,
        title=event.title_in(current_language()),
        menu=_menu(event, gaps),
        gaps=gaps,
        musts=[gap for gap in gaps if gap.must],
        wishes=[gap for gap in gaps if not gap.must],
        gap_url=lambda gap: section_url(event, gap.section, gap.field),
        section_label=lambda section: SECTION_LABELS[section],
        is_over=event.is_past_at(now()),
        taken=queries.taken(event),
        **context,
    )


def _menu(event: Event, gaps: list[checklist.Gap]) -> list[MenuItem]:
    """The sections; a draft's with the number of things that must still be written there."""
    missing = Counter(gap.section for gap in gaps if gap.must and event.state == EventState.DRAFT)
    return [
        MenuItem(section, label, section_url(event, section), missing[section])
        for section, label in SECTION_LABELS.items()
    ]
