"""Calendars of events (RFC 5545): one entry for each part, with an identity that never changes.

Pure: everything that is written here is given, so that the page, the feed and the e-mails say the same.
"""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from icalendar import Calendar, Timezone, vCalAddress, vText
from icalendar import Event as Entry

from elmo_events.events.models import Event, Part
from elmo_events.foundation import dates

PRODUCT = "-//ELMO//ELMO Events//EN"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "elmo-events")


def event_calendar(
    event: Event,
    language: str,
    *,
    parts: Sequence[Part] | None = None,
    uid_suffix: str = "",
    method: str = "PUBLISH",
    sequence: int | None = None,
    attendee: tuple[str, str] | None = None,
    joining_link: str | None = None,
    url: str | None = None,
    status: str | None = None,
) -> str:
    """The calendar file of one event, or of the `parts` of it that a person attends.

    A later file with the same `uid_suffix` and a higher `sequence` (default: the event's) replaces an earlier one; `status`
    is CONFIRMED or CANCELLED (default: as the event is); `attendee` is a name and an address.
    """
    calendar = new_calendar(method)
    for position, part in enumerate(event.parts, start=1):
        if parts is not None and part not in parts:
            continue
        entry = _entry(event, part, position, language, uid_suffix)
        entry["sequence"] = event.sequence if sequence is None else sequence
        entry["status"] = vText(status or ("CANCELLED" if event.state == "cancelled" else "CONFIRMED"))
        _say_where(entry, event, joining_link)
        _say_what(entry, event, language, joining_link, url)
        if attendee:
            say_who(entry, event, attendee)
        calendar.add_component(entry)
    return written(calendar, [_span(event)])


def events_calendar(events: Iterable[tuple[Event, str]], language: str, name: str) -> str:
    """The calendar of many events, for people who subscribe to it; each comes with its address."""
    calendar = new_calendar("PUBLISH")
    say_name(calendar, name, timedelta(hours=6))
    shown = []
    for event, url in events:
        shown.append(event)
        for position, part in enumerate(event.parts, start=1):
            entry = _entry(event, part, position, language, "")
            entry["sequence"] = event.sequence
            entry["status"] = vText("CANCELLED" if event.state == "cancelled" else "CONFIRMED")
            _say_where(entry, event, None)
            _say_what(entry, event, language, None, url)
            calendar.add_component(entry)
    return written(calendar, [_span(event) for event in shown])


def new_calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def say_name(calendar: Calendar, name: str, refreshed_after: timedelta) -> None:
    """For programs that subscribe: what they call the calendar, and how often they should look."""
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", refreshed_after, parameters={"VALUE": "DURATION"})


def _entry(event: Event, part: Part, position: int, language: str, uid_suffix: str) -> Entry:
    entry = Entry()
    identity = uuid.uuid5(NAMESPACE, f"{event.created_at.isoformat()} {event.id} {part.id}{uid_suffix}")
    entry.add("uid", f"{identity}@elmo-events")
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", dates.local(part.starts_at, event.time_zone))
    entry.add("dtend", dates.local(part.ends_at, event.time_zone))
    title = event.title_in(language)
    part_title = part.title_in(language).text
    if len(event.parts) > 1:
        part_title = f"{part_title} ({position}/{len(event.parts)})".strip()
    summary = f"{title.text}: {part_title}" if part.title else f"{title.text} {part_title}".strip()
    entry.add("summary", summary, parameters={"LANGUAGE": title.language})
    return entry


def _say_where(entry: Entry, event: Event, joining_link: str | None) -> None:
    place = ", ".join(filter(None, (event.venue, event.address, event.city)))
    if event.format == "online" and joining_link:
        place = joining_link
    if place:
        entry.add("location", place)
    if joining_link:
        entry.add("conference", joining_link, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})


def _say_what(entry: Entry, event: Event, language: str, joining_link: str | None, url: str | None) -> None:
    lines = [event.summary_in(language).text, joining_link, url]
    entry.add("description", "\n\n".join(line for line in lines if line))
    if url:
        entry.add("url", url)
    entry.add("categories", [theme.name_in(language) for theme in event.themes] or ["ELMO"])


def say_who(entry: Entry, event: Event, attendee: tuple[str, str]) -> None:
    name, address = attendee
    person = vCalAddress(f"mailto:{address}")
    person.params["CN"] = vText(name)
    person.params["PARTSTAT"] = vText("ACCEPTED")
    person.params["ROLE"] = vText("REQ-PARTICIPANT")
    entry.add("attendee", person, encode=False)
    if event.contact_email:
        organiser = vCalAddress(f"mailto:{event.contact_email}")
        organiser.params["CN"] = vText(event.contact_name or event.contact_email)
        entry.add("organizer", organiser, encode=False)


def written(calendar: Calendar, spans: Iterable[tuple[str, datetime, datetime]]) -> str:
    """The file, with the time zones that its entries need; each span is a zone's name, a start and an end."""
    moments: dict[str, list[datetime]] = {}
    for zone, start, end in spans:
        moments.setdefault(zone, []).extend((start, end))
    for zone, used in moments.items():
        calendar.subcomponents.insert(0, _time_zone(zone, min(used).year, max(used).year))
    return str(calendar.to_ical().decode())


def _span(event: Event) -> tuple[str, datetime, datetime]:
    return event.time_zone, event.starts_at, event.ends_at


@lru_cache(maxsize=64)
def _time_zone(zone: str, first_year: int, last_year: int) -> Timezone:
    """Only the years that are needed: all of them would be a long list that some calendars refuse."""
    return Timezone.from_tzid(zone, first_date=date(first_year, 1, 1), last_date=date(last_year + 1, 1, 1))
