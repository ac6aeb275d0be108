"""How a block falls into slots, and which kinds of tables there are."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

SLOT_MINUTES, PAUSE_MINUTES = 15, 5


class TableKind(StrEnum):
    TABLE = "table"
    BOOTH = "booth"  # of one host, whose meetings are all held there
    VIDEO = "video"


def spans_of(
    starts_at: datetime, ends_at: datetime, slot_minutes: int, pause_minutes: int
) -> Iterator[tuple[datetime, datetime]]:
    """Start and end of each slot: equal pieces with a pause between them. The pause after the last one may be cut off."""
    length, step = timedelta(minutes=slot_minutes), timedelta(minutes=slot_minutes + pause_minutes)
    while starts_at + length <= ends_at:
        yield starts_at, starts_at + length
        starts_at += step
