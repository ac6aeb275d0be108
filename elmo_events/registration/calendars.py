"""The calendar file of one registration: later ones replace earlier ones, since identity and sequence are the registration's."""

from collections.abc import Collection

from elmo_events.events.calendar import event_calendar
from elmo_events.events.models import Part
from elmo_events.events.rules import EventState
from elmo_events.foundation.links import external_url
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def own_calendar(
    registration: Registration, language: str, method: str, part_ids: Collection[int] | None = None
) -> str:
    """`method` is PUBLISH for a download, REQUEST or CANCEL in an e-mail; `part_ids` instead of the parts attended."""
    event = registration.event
    is_off = (
        method == "CANCEL" or registration.state != RegistrationState.CONFIRMED or event.state == EventState.CANCELLED
    )
    return event_calendar(
        event,
        language,
        parts=_parts(registration, part_ids),
        uid_suffix=f" registration {registration.id}",
        method=method,
        sequence=event.sequence + registration.sequence,
        attendee=(registration.name, registration.email),
        joining_link=registration.joining_link or None,
        url=external_url("events.event_page", slug=event.slug, language=language),
        status="CANCELLED" if is_off else "CONFIRMED",
    )


def _parts(registration: Registration, part_ids: Collection[int] | None) -> list[Part]:
    if part_ids is not None:
        return [part for part in registration.event.parts if part.id in part_ids]
    return registration.parts_attended
