"""What we do when an event is copied; inside the transaction that copies it."""

from datetime import datetime
from typing import Any

from elmo_events.events import signals
from elmo_events.events.models import Event
from elmo_events.events.rules import moved
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking

COPIED = (
    "is_on", "mode", "request_lasts_days", "most_requests", "most_meetings", "most_in_a_row", "forbidden_types", "weights",
    "video_address",
)  # fmt: skip


def register() -> None:
    signals.event_copied.connect(copy_rules)


def copy_rules(event: Event, original: Event, **_: Any) -> None:
    """The copy's meetings have the same rules, its requests begin and end as many days before it. Writes: its matchmaking."""
    known = db.session.get(Matchmaking, original.id)
    if known is None:
        return
    made = Matchmaking(event_id=event.id, **{name: getattr(known, name) for name in COPIED})
    made.opens_at, made.closes_at = (_shifted(event, original, moment) for moment in (known.opens_at, known.closes_at))
    db.session.add(made)
    db.session.flush()


def _shifted(event: Event, original: Event, moment: datetime | None) -> datetime | None:
    days = (event.first_start_local.date() - original.first_start_local.date()).days
    zone = dates.zone(event.time_zone)
    return moved(moment, days, zone, zone) if moment else None
