"""Tables of events."""

from elmo_events.events.models.admission import Admission, Extra
from elmo_events.events.models.event import Event, event_region, event_theme
from elmo_events.events.models.programme import Part, ProgrammeSession, Speaker

__all__ = ["Admission", "Event", "Extra", "Part", "ProgrammeSession", "Speaker", "event_region", "event_theme"]
