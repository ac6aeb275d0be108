"""Which registrations are there, what happened to them, and what is kept apart from them?"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.encryption import decrypt
from elmo_events.foundation.links import read
from elmo_events.registration.models import HistoryEntry, Registration, SpecialNeed
from elmo_events.registration.rules import ACTIVE, RegistrationState

LINK = "registration"  # what personal links are signed for


class Listed(NamedTuple):
    """Somebody who let their name stand on the participants' list."""

    name: str
    organisation: str


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


def registrations_of(email: str) -> Sequence[Registration]:
    """All registrations with this address, in the order of their events; forgotten ones are nobody's."""
    return db.session.scalars(
        select(Registration)
        .join(Event)
        .where(func.lower(Registration.email) == email.lower(), Registration.anonymised_at.is_(None))
        .options(joinedload(Registration.event).joinedload(Event.organiser))
        .order_by(Event.starts_at, Registration.id)
    ).all()


def active_registrations(event: Event) -> Sequence[Registration]:
    return db.session.scalars(
        select(Registration)
        .where(Registration.event_id == event.id, Registration.state.in_(ACTIVE))
        .order_by(Registration.id)
    ).all()


def has_registrations(event: Event) -> bool:
    """Whether anybody has ever registered, cancelled or not."""
    return db.session.scalar(select(Registration.id).where(Registration.event_id == event.id).limit(1)) is not None


def history(registration: Registration) -> Sequence[HistoryEntry]:
    return db.session.scalars(
        select(HistoryEntry).where(HistoryEntry.registration_id == registration.id).order_by(HistoryEntry.id)
    ).all()


def needs(registration: Registration) -> dict[str, str]:
    """Diet and accessibility needs in clear text, by kind. Whoever shows them to staff notes that in the audit log."""
    rows = db.session.scalars(select(SpecialNeed).where(SpecialNeed.registration_id == registration.id)).all()
    return {need.kind: decrypt(need.encrypted) for need in rows}


def participants(event: Event) -> int:
    """How many have a place, listed or not."""
    confirmed = (Registration.event_id == event.id) & (Registration.state == RegistrationState.CONFIRMED)
    return db.session.scalar(select(func.count()).select_from(Registration).where(confirmed)) or 0


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
