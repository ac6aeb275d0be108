"""What follows from an event's time: when registration closes by itself, and where a moment goes when the event moves."""

from datetime import date, datetime, timedelta, tzinfo

from elmo_events.events.rules.event import EventFormat, Mode

MODES_OF_FORMAT = {
    EventFormat.ON_SITE: (Mode.ON_SITE,),
    EventFormat.ONLINE: (Mode.ONLINE,),
    EventFormat.HYBRID: (Mode.ON_SITE, Mode.ONLINE),
}
CATERING_NEEDS = timedelta(days=7)  # a caterer asks for the numbers a week before


def default_closing(starts_at: datetime, event_format: EventFormat, moment: datetime) -> datetime:
    """The end of the day a week before an event on site, the start of one online; later when that is over already."""
    if event_format == EventFormat.ONLINE:
        return starts_at
    for before in (CATERING_NEEDS, timedelta(days=1)):
        closing = (starts_at - before).replace(hour=23, minute=59)
        if closing > moment:
            return closing
    return starts_at


def moved(moment: datetime, days: int, old_zone: tzinfo, new_zone: tzinfo) -> datetime:
    """The same clock time, days later, in a zone that may be another one."""
    clock = moment.astimezone(old_zone).replace(tzinfo=None)
    return (clock + timedelta(days=days)).replace(tzinfo=new_zone)


def days_of(spans: list[tuple[date, date]]) -> set[date]:
    """Every day from the first to the last day of each span."""
    return {first + timedelta(days=step) for first, last in spans for step in range((last - first).days + 1)}
