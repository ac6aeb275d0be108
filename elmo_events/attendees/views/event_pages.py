"""What all pages of the list share: which registration of the event it is, head and menu."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _

from elmo_events.attendees.queries.one_registration import registration_of_event
from elmo_events.events.models import Event
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.registration.models import Registration


def registration_in(event: Event, registration_id: int) -> Registration:
    """A registration of this event; another event's does not exist here."""
    return registration_of_event(event, registration_id) or abort(404)


def attendee_page(template: str, event: Event, **context: Any) -> tuple[str, int]:
    return page(
        template, event=event, event_title=event.title_in(current_language()), menu=_menu(event), wide=True, **context
    )


def _menu(event: Event) -> list[tuple[str, str, bool]]:
    pages = [("attendees.attendee_list", _("Attendees"))]
    if event.has_catering:
        pages.append(("attendees.catering", _("Food")))
    pages.append(("attendees.accessibility_needs", _("Accessibility needs")))
    return [
        (str(label), url_for(endpoint, event_id=event.id), request.endpoint == endpoint) for endpoint, label in pages
    ]
