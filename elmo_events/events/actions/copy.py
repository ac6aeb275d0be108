"""A copy of an event: everything that was written for it, on new dates, without its registrations."""

from datetime import date

from elmo_events.accounts.models import Account
from elmo_events.events import signals
from elmo_events.events.actions.create import free_address
from elmo_events.events.actions.editing import end
from elmo_events.events.models import Admission, Event, Extra, Part, ProgrammeSession, Speaker
from elmo_events.events.rules import moved
from elmo_events.foundation import dates
from elmo_events.foundation.database import db

COPIED = (
    "organiser", "project", "kind", "format", "title", "summary", "description", "practical", "accessibility",
    "languages", "time_zone", "venue", "address", "city", "choose_parts", "lists_participants", "is_photographed",
    "is_recorded", "contact_name", "contact_email", "contact_phone",
)  # fmt: skip


def copy(original: Event, first_day: date, by: Account) -> Event:
    """Make a draft that says what the original says, its dates moved so that it begins on `first_day`.

    Clock times stay, also over a clock change. The joining link is not copied: it belongs to one meeting.
    Writes: the new event, an audit entry; sends `event_copied` with the original.
    """
    zone = dates.zone(original.time_zone)
    days = (first_day - original.first_start_local.date()).days

    def shifted(row: object, name: str) -> object:
        moment = getattr(row, name)
        return moved(moment, days, zone, zone) if moment else None

    made = Event(
        slug=free_address(original.title),
        themes=list(original.themes),
        regions=list(original.regions),
        parts=[
            Part(starts_at=shifted(part, "starts_at"), ends_at=shifted(part, "ends_at"), title=part.title)
            for part in original.parts
        ],
        sessions=[_session(session, days, original.time_zone) for session in original.sessions],
        admissions=[_admission(admission) for admission in original.admissions],
        extras=[_extra(extra) for extra in original.extras],
        **{name: getattr(original, name) for name in COPIED},
        **{
            name: shifted(original, name)
            for name in ("starts_at", "ends_at", "opens_at", "closes_at", "last_cancellation_at")
        },
    )
    db.session.add(made)
    end(made, by, "event copied", original=original.id)
    signals.event_copied.send(made, original=original)
    return made


def _session(session: ProgrammeSession, days: int, time_zone: str) -> ProgrammeSession:
    zone = dates.zone(time_zone)
    return ProgrammeSession(
        starts_at=moved(session.starts_at, days, zone, zone),
        ends_at=moved(session.ends_at, days, zone, zone),
        title=session.title,
        description=session.description,
        place=session.place,
        speakers=[
            Speaker(name=speaker.name, role=speaker.role, position=speaker.position) for speaker in session.speakers
        ],
    )


def _admission(admission: Admission) -> Admission:
    return Admission(
        name=admission.name,
        mode=admission.mode,
        places=admission.places,
        has_catering=admission.has_catering,
        position=admission.position,
    )


def _extra(extra: Extra) -> Extra:
    return Extra(
        name=extra.name,
        description=extra.description,
        places=extra.places,
        has_catering=extra.has_catering,
        position=extra.position,
    )
