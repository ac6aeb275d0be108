"""When and where an event is. What moves with its parts: the sessions of its programme, and a draft's registration."""

from datetime import date, datetime

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events import signals
from elmo_events.events.actions.change import refuse_bad_window, refuse_gaps
from elmo_events.events.actions.editing import begin, end_section, remove
from elmo_events.events.models import Event, Part
from elmo_events.events.rules import DatesAndPlace, EventState, PartFacts, Section, days_of, moved
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal


def change_dates(event: Event, wanted: DatesAndPlace, by: Account, seen: datetime | None = None) -> None:
    """Say when and where the event is.

    Sessions stay at their clock time on the day of their part; so does the registration of a draft.
    Refuses: a stale form; no part, or one that ends before it starts; removing one that people have chosen or that has
    sessions; a registration that would outlast the event; what a published event must have.
    Writes: the event, its parts and sessions, an audit entry; sends `event_moved` when people must know.
    """
    begin(event, seen)
    refuse_bad_parts(wanted.parts)
    before, times_before, was_past = _what_people_know(event), _times(event), event.is_past_at(now())
    _move_sessions(event, wanted)
    _move_registration(event, wanted)
    _change_parts(event, wanted.parts)
    event.format, event.time_zone = wanted.format, wanted.time_zone
    event.venue, event.address, event.city = wanted.venue, wanted.address, wanted.city
    event.joining_link = wanted.joining_link
    refuse_homeless_sessions(event)
    refuse_bad_window(event, event.opens_at, event.closes_at, event.last_cancellation_at)
    refuse_gaps(event, Section.DATES)
    what = {name for name, fact in _what_people_know(event).items() if fact != before[name]}
    end_section(event, by, Section.DATES)
    if what and event.state == EventState.PUBLISHED and not (was_past and event.is_past_at(now())):
        event.sequence += 1
        moved_parts = {number for number, time in _times(event).items() if time != times_before.get(number)}
        signals.event_moved.send(event, what=frozenset(what), parts=frozenset(moved_parts))


def refuse_bad_parts(parts: tuple[PartFacts, ...]) -> None:
    if not parts:
        raise Refusal(_("Add at least one date."), field="parts")
    for number, part in enumerate(parts):
        if part.ends_at <= part.starts_at:
            raise Refusal(_("The end must be after the start."), field=f"parts-{number}-ends")
        for earlier in parts[:number]:
            if part.starts_at < earlier.ends_at and earlier.starts_at < part.ends_at:
                raise Refusal(_("Two dates overlap."), field=f"parts-{number}-day")


def refuse_homeless_sessions(event: Event) -> None:
    days = event_days(event)
    for session in event.sessions:
        day = dates.local(session.starts_at, event.time_zone).date()
        if day not in days:
            sentence = _(
                "The programme has sessions on %(day)s. Move or remove them first.",
                day=dates.day_text(day, current_language()),
            )
            raise Refusal(sentence, field="parts")


def event_days(event: Event) -> set[date]:
    spans = [
        (dates.local(part.starts_at, event.time_zone), dates.local(part.ends_at, event.time_zone))
        for part in event.parts
    ]
    return days_of([(start.date(), end.date()) for start, end in spans])


def _what_people_know(event: Event) -> dict[str, object]:
    """What stands in people's calendars; signals name these pieces."""
    return {
        "time": _times(event),
        "place": (event.format, event.venue, event.address, event.city),
        "joining_link": event.joining_link,
    }


def _times(event: Event) -> dict[int, tuple[str, datetime, datetime]]:
    return {part.id: (event.time_zone, part.starts_at, part.ends_at) for part in event.parts}


def _move_sessions(event: Event, wanted: DatesAndPlace) -> None:
    old_zone, new_zone = dates.zone(event.time_zone), dates.zone(wanted.time_zone)
    shifts: dict[date, int] = {}
    new_days = {part.id: part.day for part in wanted.parts}
    for part in event.parts:
        first = dates.local(part.starts_at, event.time_zone).date()
        last = dates.local(part.ends_at, event.time_zone).date()
        if part.id in new_days:
            shifts |= dict.fromkeys(days_of([(first, last)]), (new_days[part.id] - first).days)
    for session in event.sessions:
        days = shifts.get(dates.local(session.starts_at, event.time_zone).date(), 0)
        session.starts_at = moved(session.starts_at, days, old_zone, new_zone)
        session.ends_at = moved(session.ends_at, days, old_zone, new_zone)


def _move_registration(event: Event, wanted: DatesAndPlace) -> None:
    """A draft's window keeps its distance to the event; a published one stays as people know it."""
    old_zone, new_zone = dates.zone(event.time_zone), dates.zone(wanted.time_zone)
    first = min(part.day for part in wanted.parts)
    days = (first - event.first_start_local.date()).days if event.state == EventState.DRAFT else 0
    for name in ("opens_at", "closes_at", "last_cancellation_at"):
        if moment := getattr(event, name):
            setattr(event, name, moved(moment, days, old_zone, new_zone))


def _change_parts(event: Event, wanted: tuple[PartFacts, ...]) -> None:
    known = {part.id: part for part in event.parts}
    kept = {facts.id for facts in wanted}
    refusal = Refusal(_("Somebody has registered for a date that you removed. Move it instead."), field="parts")
    remove([part for number, part in known.items() if number not in kept], refusal)
    db.session.expire(event, ["parts"])
    for facts in wanted:
        part = known.get(facts.id or 0) or Part()
        part.starts_at, part.ends_at, part.title = facts.starts_at, facts.ends_at, dict(facts.title)
        if part not in event.parts:
            event.parts.append(part)
    event.parts.sort(key=lambda part: part.starts_at)
    event.starts_at = event.parts[0].starts_at
    event.ends_at = max(part.ends_at for part in event.parts)
