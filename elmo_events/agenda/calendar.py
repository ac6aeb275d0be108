"""One person's agenda as a calendar to subscribe to: sessions and meetings, with those that were taken off."""

import uuid
from datetime import timedelta

from flask_babel import gettext as _
from icalendar import Event as Entry
from icalendar import vText

from elmo_events.agenda.queries.day import Own, sessions_attended, told_meetings
from elmo_events.events.calendar import NAMESPACE, new_calendar, say_name, written
from elmo_events.events.models import Part, ProgrammeSession
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.languages import current_language
from elmo_events.matchmaking.calendar import meeting_entry, span_of
from elmo_events.registration.rules import RegistrationState

REFRESHED_AFTER = timedelta(minutes=30)


def agenda_calendar(own: Own, url: str) -> str:
    """`url`: of the event's page. Where a part has no sessions, it stands there itself."""
    event, zone = own.event, own.event.time_zone
    calendar = new_calendar("PUBLISH")
    say_name(calendar, _("My agenda: %(event)s", event=event.title_in(current_language()).text), REFRESHED_AFTER)
    spans = []
    for piece in _pieces(own):
        calendar.add_component(_entry(own, piece, url))
        spans.append((zone, piece.starts_at, piece.ends_at))
    if own.participation is not None and own.matchmaking is not None:
        for meeting in told_meetings(own.participation):
            calendar.add_component(meeting_entry(meeting, own.participation, own.matchmaking, url=url))
            spans.append(span_of(meeting))
    return written(calendar, spans)


def _pieces(own: Own) -> list[ProgrammeSession | Part]:
    sessions = sessions_attended(own.registration)
    bare = [
        part
        for part in own.registration.parts_attended
        if not any(part.starts_at <= session.starts_at < part.ends_at for session in sessions)
    ]
    return sorted([*sessions, *bare], key=lambda piece: piece.starts_at)


def _entry(own: Own, piece: ProgrammeSession | Part, url: str) -> Entry:
    event, registration, language = own.event, own.registration, current_language()
    title, name = event.title_in(language), piece.title_in(language)
    kind = "session" if isinstance(piece, ProgrammeSession) else "part"
    identity = uuid.uuid5(NAMESPACE, f"{event.created_at.isoformat()} {kind} {piece.id} agenda {registration.id}")
    is_on = registration.state == RegistrationState.CONFIRMED and event.state == EventState.PUBLISHED
    entry = Entry()
    entry.add("uid", f"{identity}@elmo-events")
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", dates.local(piece.starts_at, event.time_zone))
    entry.add("dtend", dates.local(piece.ends_at, event.time_zone))
    entry.add("summary", name.text or title.text, parameters={"LANGUAGE": (name if name.text else title).language})
    entry["sequence"] = event.sequence + registration.sequence
    entry["status"] = vText("CONFIRMED" if is_on else "CANCELLED")
    if place := _place(own, piece):
        entry.add("location", place)
    lines = (title.text if name.text else event.summary_in(language).text, registration.joining_link, url)
    entry.add("description", "\n\n".join(line for line in lines if line))
    entry.add("url", url)
    return entry


def _place(own: Own, piece: ProgrammeSession | Part) -> str:
    event = own.event
    if own.registration.joining_link:
        return own.registration.joining_link
    room = piece.place if isinstance(piece, ProgrammeSession) else ""
    return ", ".join(filter(None, (room, event.venue, event.address, event.city)))
