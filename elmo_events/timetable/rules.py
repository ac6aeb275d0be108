"""How a block falls into slots, and which kinds of tables there are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

SLOT_MINUTES, PAUSE_MINUTES = 15, 5
LONGEST_SLOT, LONGEST_PAUSE = 240, 240  # minutes
MOST_TABLES = 200  # that one event can have


class TableKind(StrEnum):
    TABLE = "table"
    BOOTH = "booth"  # of one host, whose meetings are all held there
    VIDEO = "video"


class BlockFacts(NamedTuple):
    """What an organiser says of a block."""

    starts_at: datetime
    ends_at: datetime
    slot_minutes: int
    pause_minutes: int
    title: Mapping[str, str]


class TableFacts(NamedTuple):
    """What an organiser says of a table, booth or video room."""

    name: str
    host_registration_id: int | None = None
    link: str = ""


def spans_of(
    starts_at: datetime, ends_at: datetime, slot_minutes: int, pause_minutes: int
) -> Iterator[tuple[datetime, datetime]]:
    """Start and end of each slot: equal pieces with a pause between them. The pause after the last one may be cut off."""
    length, step = timedelta(minutes=slot_minutes), timedelta(minutes=slot_minutes + pause_minutes)
    while starts_at + length <= ends_at:
        yield starts_at, starts_at + length
        starts_at += step


def is_within(starts_at: datetime, ends_at: datetime, spans: Iterable[tuple[datetime, datetime]]) -> bool:
    """Whether one of the spans holds it all."""
    return any(start <= starts_at and ends_at <= end for start, end in spans)


def next_free(
    spans: Iterable[tuple[datetime, datetime]], taken: Collection[tuple[datetime, datetime]]
) -> tuple[datetime, datetime] | None:
    """The first stretch of the spans that lies between what is taken; None when nothing is left."""
    for start, end in spans:
        begin = start
        for taken_start, taken_end in sorted(taken):
            if taken_end <= begin or taken_start >= end:
                continue
            if taken_start > begin:
                return begin, taken_start
            begin = taken_end
        if begin < end:
            return begin, end
    return None


def following_names(taken: Iterable[str], count: int) -> list[str]:
    """The next numbers that no table has: 1, 2, 3 …"""
    used = set(taken)
    numbers = (str(number) for number in range(1, len(used) + count + 1))
    return [number for number in numbers if number not in used][:count]
