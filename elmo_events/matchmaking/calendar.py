"""Calendar entries of meetings (RFC 5545), the same in letters and in the feed: one for each meeting and person.

A later entry of the same person's meeting has the same identity and a higher sequence, and replaces the earlier one.
"""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from flask_babel import gettext as _
from icalendar import Event as Entry
from icalendar import vText

from elmo_events.events.calendar import NAMESPACE, new_calendar, say_who, written
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.languages import current_language
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.rooms import Room, other_of, room_of
from elmo_events.matchmaking.rules import MeetingState

Span = tuple[str, datetime, datetime]


def meetings_calendar(
    meetings: Iterable[Meeting],
    person: Participation,
    matchmaking: Matchmaking,
    *,
    method: str = "PUBLISH",
    url: str = "",
) -> str:
    """The file that a letter about these meetings carries, as this person should have them. `method` is PUBLISH, REQUEST or
    CANCEL; those that were never published are left out. `url`: of their agenda.
    """
    calendar, spans = new_calendar(method), []
    for meeting in meetings:
        if meeting.told_starts_at is None:
            continue
        calendar.add_component(meeting_entry(meeting, person, matchmaking, method=method, url=url))
        spans.append(span_of(meeting))
    return written(calendar, spans)


def meeting_entry(
    meeting: Meeting, person: Participation, matchmaking: Matchmaking, *, method: str = "PUBLISH", url: str = ""
) -> Entry:
    """Taken off when it was cancelled, or is no longer part of the published timetable."""
    event, entry = meeting.event, Entry()
    zone, start, end = span_of(meeting)
    entry.add("uid", meeting_uid(meeting, person))
    entry.add("dtstamp", meeting.told_at)
    entry.add("last-modified", meeting.told_at)
    entry.add("dtstart", dates.local(start, zone))
    entry.add("dtend", dates.local(end, zone))
    entry.add("summary", _("Meeting: %(who)s", who=_who(other_of(meeting, person))))
    entry["sequence"] = meeting.sequence
    entry["status"] = vText("CONFIRMED" if is_held(meeting) and method != "CANCEL" else "CANCELLED")
    if is_held(meeting):
        _say_where(entry, event, room_of(meeting, matchmaking))
    entry.add("description", "\n\n".join(line for line in _lines(meeting, matchmaking, url) if line))
    if url:
        entry.add("url", url)
    if method != "PUBLISH":
        say_who(entry, event, (person.registration.name, person.registration.email))
    return entry


def meeting_uid(meeting: Meeting, person: Participation) -> str:
    identity = uuid.uuid5(NAMESPACE, f"{meeting.event.created_at.isoformat()} meeting {meeting.id} {person.id}")
    return f"{identity}@elmo-events"


def is_held(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.ACTIVE and meeting.published_slot_id is not None


def span_of(meeting: Meeting) -> Span:
    """Zone, start and end that people know. Raises ValueError for a meeting that was never published."""
    if meeting.told_starts_at is None or meeting.told_ends_at is None:
        raise ValueError(f"meeting {meeting.id} was never published")
    return meeting.event.time_zone, meeting.told_starts_at, meeting.told_ends_at


def place_text(event: Event, room: Room) -> str:
    """“Table 4, Kulttuurikeskus, Kemi”; the link where there is no table."""
    if room.table is None or (room.link and room.table.link):
        return room.link
    return ", ".join(filter(None, (room.table.label, event.venue, event.address, event.city)))


def _who(other: Participation) -> str:
    return ", ".join(filter(None, (other.name, other.organisation_name)))


def _say_where(entry: Entry, event: Event, room: Room) -> None:
    if place := place_text(event, room):
        entry.add("location", place)
    if room.link:
        entry.add("conference", room.link, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})


def _lines(meeting: Meeting, matchmaking: Matchmaking, url: str) -> Sequence[str]:
    link = room_of(meeting, matchmaking).link if is_held(meeting) else ""
    return meeting.event.title_in(current_language()).text, link, url
