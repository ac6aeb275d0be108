"""One event: its page and its calendar file."""

import re
from itertools import groupby

from flask import Response, abort, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from elmo_events.events.blueprint import blueprint
from elmo_events.events.calendar import event_calendar as calendar_of
from elmo_events.events.labels import IN_LANGUAGE_LABELS, LANGUAGE_LABELS
from elmo_events.events.models import Event, ProgrammeSession
from elmo_events.events.queries.event_page import event_for_page, offers_of, whole_event
from elmo_events.events.queries.status import status_of
from elmo_events.events.structured_data import structured_data
from elmo_events.foundation import dates
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import UI_LANGUAGES, current_language, in_language
from elmo_events.foundation.links import external_url
from elmo_events.foundation.pages import page
from elmo_events.foundation.rendered_pages import same_for_everybody


@open_to_all
@blueprint.get("/<language>/events/<slug>")
def event_page(slug: str) -> tuple[str, int]:
    offers = offers_of(slug) or abort(404)
    return same_for_everybody(offers.stamp, lambda: show(whole_event(offers)))


@open_to_all
@blueprint.get("/<language>/events/<slug>/calendar.ics")
def event_calendar(slug: str) -> AnyResponse:
    event = event_for_page(slug) or abort(404)
    written = calendar_of(event, current_language(), url=external_url("events.event_page", slug=slug))
    return calendar_response(written, f"{re.sub('[^a-z0-9-]', '', slug) or 'event'}.ics")


def show(event: Event, *, preview: bool = False) -> tuple[str, int]:
    """The page of an event; an organiser's preview of a draft is the same page."""
    language = current_language()
    status = status_of(event, now(), language)
    address = external_url("events.event_page", slug=event.slug)
    return page(
        "events/event_page.html",
        event=event,
        status=status,
        title=event.title_in(language),
        summary=event.summary_in(language),
        note_on_languages=_note_on_languages(event, language),
        spoken=_list_of([str(LANGUAGE_LABELS[code]) for code in event.languages if code in LANGUAGE_LABELS]),
        days=programme_days(event),
        address=address,
        addresses={code: external_url("events.event_page", slug=event.slug, language=code) for code in UI_LANGUAGES},
        sign_up_url=url_for("registration.sign_up", slug=event.slug),
        structured=structured_data(event, status, address, language),
        preview=preview,
    )


def programme_days(event: Event) -> list[tuple[str, list[ProgrammeSession]]]:
    """The programme by local day, each with its date in words."""
    language = current_language()
    by_day = groupby(event.sessions, key=lambda session: dates.local(session.starts_at, event.time_zone).date())
    return [(dates.day_text(day, language, weekday=True), list(sessions)) for day, sessions in by_day]


def calendar_response(written: str, filename: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename={filename}"}
    return Response(written, content_type="text/calendar; charset=utf-8", headers=headers)


def _note_on_languages(event: Event, language: str) -> str:
    """“Content only in Finnish”, when what visitors read isn't in their language, or not all of it; else empty."""
    texts = (event.title, event.summary, event.description, event.practical, event.accessibility)
    shown = {in_language(text, language).language for text in texts if text} - {language}
    in_languages = _list_of([str(label) for code, label in IN_LANGUAGE_LABELS.items() if code in shown])
    if not shown:
        return ""
    if event.title.get(language):
        return str(_("Part of the content only %(in_language)s", in_language=in_languages))
    return str(_("Content only %(in_language)s", in_language=in_languages))


def _list_of(words: list[str]) -> str:
    if len(words) < 2:  # noqa: PLR2004  one word needs no “and”
        return "".join(words)
    return str(_("%(all_but_last)s and %(last)s", all_but_last=", ".join(words[:-1]), last=words[-1]))
