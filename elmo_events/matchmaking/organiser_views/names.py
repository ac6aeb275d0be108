"""Names and times for what the planner says: it speaks in ids."""

from collections.abc import Iterable, Sequence

from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.languages import current_language
from elmo_events.matchmaking.labels.plans import Names
from elmo_events.matchmaking.models import Participation
from elmo_events.timetable.models import Slot


def slot_texts(event: Event, slots: Sequence[Slot]) -> dict[int, str]:
    """Times alone; with the date where the slots lie on several days."""
    language, zone = current_language(), event.time_zone
    days = {dates.local(slot.starts_at, zone).date() for slot in slots}
    write = dates.time_text if len(days) < 2 else dates.date_time_text  # noqa: PLR2004
    return {slot.id: write(slot.starts_at, language, zone) for slot in slots}


def names_for(event: Event, people: Iterable[Participation], slots: Sequence[Slot]) -> Names:
    return Names({person.id: person.name for person in people}, slot_texts(event, slots))
