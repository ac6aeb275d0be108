"""What we do when an event is cancelled; inside the transaction that says so."""

from typing import Any

from elmo_events.events.models import Event
from elmo_events.events.signals import event_cancelled
from elmo_events.matchmaking.actions.leave import close_all


def register() -> None:
    event_cancelled.connect(close_meetings)


def close_meetings(event: Event, **_: Any) -> None:
    """Writes: nothing is asked or held any more at an event that does not take place."""
    close_all(event.id)
