"""What we do when a published meeting falls out since one of the two can't come: a worker looks for what can be done."""

from typing import Any

from elmo_events.matchmaking import signals
from elmo_events.matchmaking.actions.repair import look_into
from elmo_events.matchmaking.models import Meeting, Participation


def register() -> None:
    signals.meeting_cancelled.connect(look_for_repair)


def look_for_repair(meeting: Meeting, by: Participation | None = None, slot_id: int | None = None, **_: Any) -> None:
    """What the organiser or the product takes off is not mended: they know why. Writes: a repair that waits."""
    if by is not None:
        look_into(meeting, slot_id)
