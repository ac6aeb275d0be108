"""What is there? Registrations, their place in the queue, their history, and what is kept apart from them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db
from elmo_events.foundation.encryption import decrypt
from elmo_events.foundation.links import read
from elmo_events.mail.models import Message
from elmo_events.mail.queries import messages_about
from elmo_events.network.models import OrganisationType, Region
from elmo_events.organisers.models import PrivacyNotice
from elmo_events.registration.models import HistoryEntry, Registration, SpecialNeed
from elmo_events.registration.rules import ACTIVE, Person, RegistrationState

LINK = "registration"  # what personal links are signed for


class Line(NamedTuple):
    """How things stand in an admission's waiting list."""

    waiting: int
    last_number: int


class Listed(NamedTuple):
    """Somebody who let their name stand on the participants' list."""

    name: str
    organisation: str


def public_event(slug: str) -> Event | None:
    """An event that visitors may see, with what its sign-up page needs."""
    return db.session.scalar(
        select(Event)
        .where(Event.slug == slug, Event.state != EventState.DRAFT)
        .options(joinedload(Event.organiser), joinedload(Event.project))
    )


def registration_by_token(token: str) -> Registration | None:
    """Whose personal link it is; None when it is not ours, has been replaced, or the person is forgotten."""
    match read(LINK, token):
        case [int(number), int(version)]:
            found = registration(number)
            is_valid = found and found.link_version == version and found.anonymised_at is None
            return found if is_valid else None
    return None


def registration(number: int) -> Registration | None:
    return db.session.get(
        Registration,
        number,
        options=[joinedload(Registration.event).joinedload(Event.organiser), joinedload(Registration.admission)],
    )


def registration_of(event: Event, person: Person) -> Registration | None:
    return db.session.scalar(
        select(Registration).where(Registration.event_id == event.id, Registration.person_key == person.key)
    )


def active_registrations(event: Event) -> Sequence[Registration]:
    return db.session.scalars(
        select(Registration)
        .where(Registration.event_id == event.id, Registration.state.in_(ACTIVE))
        .order_by(Registration.id)
    ).all()


def has_registrations(event: Event) -> bool:
    """Whether anybody has ever registered, cancelled or not."""
    return db.session.scalar(select(Registration.id).where(Registration.event_id == event.id).limit(1)) is not None


def admission_of(event: Event, number: int) -> Admission | None:
    return db.session.scalar(select(Admission).where(Admission.id == number, Admission.event_id == event.id))


def extras_of(event: Event, numbers: Iterable[int]) -> list[Extra]:
    found = select(Extra).where(Extra.event_id == event.id, Extra.id.in_(numbers)).order_by(Extra.position, Extra.id)
    return list(db.session.scalars(found)) if numbers else []


def parts_of(event: Event, numbers: Iterable[int]) -> list[Part]:
    found = select(Part).where(Part.event_id == event.id, Part.id.in_(numbers)).order_by(Part.starts_at)
    return list(db.session.scalars(found)) if numbers else []


def line(admission_id: int) -> Line:
    """How many wait for a place in an admission, and the number of the last of them."""
    waiting = (Registration.admission_id == admission_id) & (Registration.state == RegistrationState.WAITING)
    number, last = db.session.execute(
        select(func.count(), func.max(Registration.queue_number)).select_from(Registration).where(waiting)
    ).one()
    return Line(number, last or 0)


def first_in_line(admission_id: int) -> Registration | None:
    return db.session.scalar(
        select(Registration)
        .where(Registration.admission_id == admission_id, Registration.state == RegistrationState.WAITING)
        .order_by(Registration.queue_number)
        .limit(1)
    )


def queue_position(registration: Registration) -> int | None:
    """1 for the first in line; None for somebody who doesn't wait."""
    if registration.state != RegistrationState.WAITING or registration.queue_number is None:
        return None
    before = db.session.scalar(
        select(func.count())
        .select_from(Registration)
        .where(
            Registration.admission_id == registration.admission_id,
            Registration.state == RegistrationState.WAITING,
            Registration.queue_number < registration.queue_number,
        )
    )
    return 1 + int(before or 0)


def history(registration: Registration) -> Sequence[HistoryEntry]:
    return db.session.scalars(
        select(HistoryEntry).where(HistoryEntry.registration_id == registration.id).order_by(HistoryEntry.id)
    ).all()


def needs(registration: Registration) -> dict[str, str]:
    """Diet and accessibility needs in clear text, by kind. Whoever shows them to staff notes that in the audit log."""
    rows = db.session.scalars(select(SpecialNeed).where(SpecialNeed.registration_id == registration.id)).all()
    return {need.kind: decrypt(need.encrypted) for need in rows}


def everything_about(registration: Registration) -> dict[str, Any]:
    """All that is kept about somebody, in plain words and numbers."""
    plain = ("first_name", "last_name", "email", "organisation", "job_title", "phone", "region_code", "language",
             "message", "may_be_listed", "privacy_notice_version")  # fmt: skip
    organisation_type = registration.organisation_type
    return {
        "event": {"title": registration.event.title, "organiser": registration.event.organiser.name},
        **{name: getattr(registration, name) for name in plain},
        "organisation_type": organisation_type.name if organisation_type else None,
        "state": registration.state,
        "queue_position": queue_position(registration),
        "admission": registration.admission.name,
        "extras": [extra.name for extra in registration.extras],
        "parts": [part.starts_at.isoformat() for part in registration.parts],
        "special_needs": needs(registration),
        "signed_up_at": registration.created_at.isoformat(),
        "changed_at": registration.changed_at.isoformat(),
        "cancelled_at": registration.cancelled_at.isoformat() if registration.cancelled_at else None,
        "history": [{"at": entry.at.isoformat(), "what": entry.what} for entry in history(registration)],
        "emails": [
            {
                "kind": message.kind,
                "state": message.state,
                "sent_at": message.sent_at.isoformat() if message.sent_at else None,
            }
            for message in messages_about(LINK, registration.id)
        ],
    }


def participants_listed(event: Event) -> list[Listed]:
    """Confirmed participants who agreed to be listed, in the order of their family names."""
    rows = db.session.execute(
        select(Registration.first_name, Registration.last_name, Registration.organisation)
        .where(
            Registration.event_id == event.id,
            Registration.state == RegistrationState.CONFIRMED,
            Registration.may_be_listed,
            Registration.anonymised_at.is_(None),
        )
        .order_by(Registration.sort_key, Registration.id)
    ).all()
    return [Listed(f"{first} {last}", organisation) for first, last, organisation in rows]


def privacy_notice_version(organiser_id: int) -> int:
    """The newest version of an organiser's privacy notice; 0 while there is none."""
    return (
        db.session.scalar(select(func.max(PrivacyNotice.version)).where(PrivacyNotice.organiser_id == organiser_id))
        or 0
    )


def is_known_region(code: str) -> bool:
    return db.session.scalar(select(Region.code).where(Region.code == code)) is not None


def is_known_organisation_type(number: int) -> bool:
    return db.session.scalar(select(OrganisationType.id).where(OrganisationType.id == number)) is not None


def region_rows() -> Sequence[tuple[str, dict[str, str]]]:
    """Codes and names for a select; plain rows, since every sign-up form reads them."""
    rows = db.session.execute(select(Region.code, Region.name).order_by(Region.position, Region.code)).all()
    return [(code, name) for code, name in rows]


def organisation_type_rows() -> Sequence[tuple[int, dict[str, str]]]:
    rows = db.session.execute(
        select(OrganisationType.id, OrganisationType.name)
        .where(OrganisationType.closed.is_(False))
        .order_by(OrganisationType.position, OrganisationType.id)
    ).all()
    return [(number, name) for number, name in rows]


def parts_soon(moment: datetime, within: timedelta) -> Sequence[Part]:
    """Dates of published events that begin soon."""
    return db.session.scalars(
        select(Part)
        .join(Event, Event.id == Part.event_id)
        .where(Event.state == EventState.PUBLISHED, Part.starts_at > moment, Part.starts_at <= moment + within)
        .order_by(Part.starts_at, Part.id)
    ).all()


def confirmed_before(event_id: int, moment: datetime, after: int, most: int) -> Sequence[Registration]:
    """Who had a place at a moment already, in steps: those whose number comes after one."""
    return db.session.scalars(
        select(Registration)
        .where(
            Registration.event_id == event_id,
            Registration.state == RegistrationState.CONFIRMED,
            Registration.anonymised_at.is_(None),
            Registration.confirmed_at <= moment,
            Registration.id > after,
        )
        .options(selectinload(Registration.parts), joinedload(Registration.admission))
        .order_by(Registration.id)
        .limit(most)
    ).all()


def written_once(keys: Iterable[str]) -> set[str]:
    """Which of these e-mails have been written already."""
    return set(db.session.scalars(select(Message.once).where(Message.once.in_(list(keys)))))
