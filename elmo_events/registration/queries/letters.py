"""What stands around the words of every letter about an event, whichever feature writes it."""

from typing import Any

from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import base_url, external_url
from elmo_events.registration.models import Registration


def around_words(registration: Registration) -> dict[str, Any]:
    """The event, its organiser, whom to ask and how details are used, as the templates of letters call them."""
    event, language = registration.event, current_language()
    return {
        "event": event,
        "organiser": event.organiser.name_in(language),
        "event_url": external_url("events.event_page", slug=event.slug, language=language),
        "contact": event.contact_line,
        "privacy_url": _privacy_url(registration),
        "theme_slugs": [theme.slug for theme in event.themes],
        "base": base_url(),
    }


def _privacy_url(registration: Registration) -> str:
    """Where it says how somebody's details are used: the organiser's notice, if there was one when they registered."""
    if registration.privacy_notice_version == 0:
        return external_url("site.privacy")
    return external_url("organisers.public_privacy_notice", slug=registration.event.organiser.slug)
