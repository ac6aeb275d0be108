"""Kinds of lines in an agenda, and when people are asked how their meetings were."""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

EVENING = 18  # o'clock, where the event is
ASKED_SOON_AFTER = timedelta(hours=1)  # when an event ends in the evening itself
FEEDBACK_ASKED_FOR = timedelta(days=2)  # a worker that was down catches up so long
OUTCOME_ASKED_AFTER = timedelta(weeks=12)  # names are forgotten after 90 days
OUTCOME_ASKED_FOR = timedelta(days=5)
MOVED_SHOWN = timedelta(days=2)
TYPED_LEAST = 2  # letters of a name


class ItemKind(StrEnum):
    SESSION = "session"
    MEETING = "meeting"
    CANCELLED = "cancelled"  # a meeting that people knew of
    FREE = "free"
    BUSY = "busy"  # slots that one has marked
    BLOCK = "block"  # meetings whose times are not published yet


def feedback_asked_at(last_end: datetime, zone: ZoneInfo) -> datetime:
    """In the evening of the last day, and not before everything has ended."""
    end = last_end.astimezone(zone)
    evening = end.replace(hour=EVENING, minute=0, second=0, microsecond=0)
    return max(evening, end + ASKED_SOON_AFTER)


def is_named(typed: str, first_name: str, last_name: str) -> bool:
    """Whether somebody typed this person's first, last or whole name, however they write capitals and spaces."""
    words = " ".join(typed.split()).casefold()
    names = {first_name.casefold(), last_name.casefold()}
    names |= {f"{first_name} {last_name}".casefold(), f"{last_name} {first_name}".casefold()}
    return len(words) >= TYPED_LEAST and words in names
