"""What is missing before an event can be published, and what had better be there?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from elmo_events.events.labels import IN_LANGUAGE_LABELS
from elmo_events.events.models import Admission, Event, Extra
from elmo_events.events.rules import MODES_OF_FORMAT, EventFormat, Mode, Section
from elmo_events.foundation.languages import CONTENT_LANGUAGES, current_language

LEGAL_LANGUAGES = ("fi", "sv")


@dataclass(frozen=True)
class Gap:
    """`sentence` says what is missing, `section` and `field` where to write it. Only a `must` stops the publishing."""

    section: Section
    field: str
    sentence: str
    must: bool = True


def gaps_of(event: Event, moment: datetime) -> list[Gap]:
    """Everything that is missing, in the order of the editor's sections."""
    gaps = [*_basics(event), *_texts(event), *_dates(event, moment), *_offers(event), *_terms(event), *_contact(event)]
    return sorted(gaps, key=lambda gap: list(Section).index(gap.section))


def musts_of(event: Event, moment: datetime) -> list[Gap]:
    return [gap for gap in gaps_of(event, moment) if gap.must]


def _basics(event: Event) -> Iterator[Gap]:
    bilingual = event.organiser.is_bilingual
    must = bilingual or not any(event.title.get(code) and event.summary.get(code) for code in CONTENT_LANGUAGES)
    for code in LEGAL_LANGUAGES if bilingual else _title_languages(event):
        language = IN_LANGUAGE_LABELS[code]
        if not event.title.get(code):
            yield Gap(Section.BASICS, f"title-{code}", _("The title is missing %(language)s.", language=language), must)
        if not event.summary.get(code):
            sentence = _("The summary is missing %(language)s.", language=language)
            yield Gap(Section.BASICS, f"summary-{code}", sentence, must)
    if not event.languages:
        yield Gap(Section.BASICS, "languages", _("Say which languages are spoken at the event."), must=False)
    if not event.themes:
        yield Gap(Section.BASICS, "theme_ids", _("Choose a theme, so that people find the event."), must=False)


def _title_languages(event: Event) -> tuple[str, ...]:
    return tuple(code for code in CONTENT_LANGUAGES if event.title.get(code)) or ("fi",)


def _texts(event: Event) -> Iterator[Gap]:
    if not any(event.description.values()):
        yield Gap(Section.TEXTS, "description-fi", _("The description is empty."), must=False)
    if not any(event.accessibility.values()):
        yield Gap(Section.TEXTS, "accessibility-fi", _("Tell people about accessibility."), must=False)
    if not event.organiser.is_bilingual:
        return
    texts = (
        ("description", event.description, _l("The description is missing %(language)s.")),
        ("practical", event.practical, _l("The practical information is missing %(language)s.")),
        ("accessibility", event.accessibility, _l("The accessibility information is missing %(language)s.")),
    )
    for name, text, sentence in texts:
        for code in _missing_legal(text):
            yield Gap(Section.TEXTS, f"{name}-{code}", str(sentence) % {"language": IN_LANGUAGE_LABELS[code]})


def _missing_legal(text: Mapping[str, Any]) -> list[str]:
    """Of the two languages that a bilingual authority writes in, those missing from a text that it has written."""
    return [code for code in LEGAL_LANGUAGES if not text.get(code)] if any(text.values()) else []


def _dates(event: Event, moment: datetime) -> Iterator[Gap]:
    if not event.parts:
        yield Gap(Section.DATES, "parts", _("Add at least one date."))
    elif event.ends_at <= moment:
        yield Gap(Section.DATES, "parts-0-day", _("The event is over already. Choose a coming date."))
    if event.format != EventFormat.ONLINE:
        if not event.venue:
            yield Gap(Section.DATES, "venue", _("The venue is missing."))
        if not event.city:
            yield Gap(Section.DATES, "city", _("The city or municipality is missing."))
    if event.format != EventFormat.ON_SITE and not event.joining_link:
        sentence = _("The joining link is missing. You can add it later, but at the latest a day before the event.")
        yield Gap(Section.DATES, "joining_link", sentence, must=False)


def _offers(event: Event) -> Iterator[Gap]:
    if not event.admissions:
        yield Gap(Section.OFFERS, "admissions", _("Add at least one way to attend."))
        return
    modes, wanted = {admission.mode for admission in event.admissions}, set(MODES_OF_FORMAT[event.format])
    if Mode.ON_SITE in wanted - modes:
        yield Gap(Section.OFFERS, "admissions", _("The event is on site, but nobody can attend on site."))
    if Mode.ONLINE in wanted - modes:
        yield Gap(Section.OFFERS, "admissions", _("The event is online, but nobody can attend online."))
    for number, admission in enumerate(event.admissions):
        name = admission.name_in(current_language()).text
        if admission.mode not in wanted:
            sentence = _("“%(name)s” does not fit the event: see whether it is on site, online or both.", name=name)
            yield Gap(Section.OFFERS, f"admissions-{number}-mode", sentence)
        if admission.mode == Mode.ON_SITE and admission.places is None:
            sentence = _("“%(name)s” has no limit of places. Is there room for everybody?", name=name)
            yield Gap(Section.OFFERS, f"admissions-{number}-places", sentence, must=False)
    if event.organiser.is_bilingual:
        yield from _offer_names(event)


def _offer_names(event: Event) -> Iterator[Gap]:
    rows: list[tuple[str, Admission | Extra]] = [
        *((f"admissions-{number}", admission) for number, admission in enumerate(event.admissions)),
        *((f"extras-{number}", extra) for number, extra in enumerate(event.extras)),
    ]
    for place, row in rows:
        for code in _missing_legal(row.name):
            name = row.name_in(current_language()).text
            sentence = _(
                "The name of “%(name)s” is missing %(language)s.", name=name, language=IN_LANGUAGE_LABELS[code]
            )
            yield Gap(Section.OFFERS, f"{place}-name-{code}", sentence)


def _terms(event: Event) -> Iterator[Gap]:
    if event.closes_at is None:
        sentence = _("Registration has no last day: it stays open until the event ends.")
        yield Gap(Section.REGISTRATION, "closes_at", sentence, must=False)


def _contact(event: Event) -> Iterator[Gap]:
    if not event.contact_name:
        yield Gap(Section.CONTACT, "contact_name", _("The name of the contact person is missing."))
    if not event.contact_email:
        yield Gap(Section.CONTACT, "contact_email", _("The email address of the contact person is missing."))
