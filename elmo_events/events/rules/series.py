"""The days of a series. Days, not moments: nine o'clock stays nine o'clock when the clocks are turned."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Rhythm(StrEnum):
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"  # on the same weekday of the month: the second Wednesday


def following_days(day: date, rhythm: Rhythm, count: int) -> list[date]:
    """The next `count` days of a series after this one."""
    if rhythm == Rhythm.MONTHLY:
        return [_same_weekday(day, months) for months in range(1, count + 1)]
    weeks = 1 if rhythm == Rhythm.WEEKLY else 2
    return [day + timedelta(weeks=weeks * step) for step in range(1, count + 1)]


def _same_weekday(day: date, months: int) -> date:
    """The same weekday of a later month, in the same place from its beginning; a fifth one becomes the last."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    first_weekday, length = monthrange(year, month)
    first = 1 + (day.weekday() - first_weekday) % 7
    number = first + 7 * ((day.day - 1) // 7)
    return date(year, month, number if number <= length else number - 7)
