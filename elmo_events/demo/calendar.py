"""Moves the dates of the demo by whole weeks, so that it never grows old: weekdays and clock times stay."""

from datetime import date, datetime, time, timedelta

from elmo_events.foundation import dates

WRITTEN_IN_WEEK_OF = date(2026, 11, 23)


class DemoCalendar:
    def __init__(self, moment: datetime) -> None:
        today = dates.local(moment).date()
        self.shift = timedelta(weeks=(today - WRITTEN_IN_WEEK_OF).days // 7)

    def day(self, written: str) -> date:
        return date.fromisoformat(written) + self.shift

    def at(self, day: str, clock: str) -> datetime:
        """The local clock time is kept, whether summer time has begun by then or not."""
        return datetime.combine(self.day(day), time.fromisoformat(clock), tzinfo=dates.zone(dates.HELSINKI))
