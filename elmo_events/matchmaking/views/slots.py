"""Slots to choose from, where people choose them."""

from collections.abc import Mapping

from flask_babel import gettext as _

from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.free_places import free_places
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.timetable.models import Slot
from elmo_events.timetable.queries import slots


def free_slots(
    matchmaking: Matchmaking, first: Participation, second: Participation, asked_of: Mapping[int, str] | None = None
) -> list[tuple[int, str]]:
    """Ids and times of those in which two could meet, with the day where there are several; none where the organiser plans.

    `asked_of`: whom the first has already asked for a slot (by id); it is said beside the time.
    """
    if matchmaking.mode != MatchmakingMode.FIRST_COME:
        return []
    zone, language = matchmaking.event.time_zone, current_language()
    write = dates.span_text if has_days(matchmaking.event) else dates.hours_text
    found = []
    for place in free_places(matchmaking, first, second, now()):
        written = write(place.slot.starts_at, place.slot.ends_at, language, zone)
        if name := (asked_of or {}).get(place.slot.id):
            written = _("%(time)s (you have asked %(name)s for this time)", time=written, name=name)
        found.append((place.slot.id, written))
    return found


def has_days(event: Event) -> bool:
    """Whether the event's slots lie on several days."""
    return len({dates.local(slot.starts_at, event.time_zone).date() for slot in slots(event)}) > 1


def slot_of(event: Event, number: int | None) -> Slot | None:
    """The event's slot with this id."""
    return next((slot for slot in slots(event) if slot.id == number), None)
