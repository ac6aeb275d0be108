"""One registration of an event, for its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.registration.models import HistoryEntry, Registration


@dataclass(frozen=True)
class Happening:
    """`who` is the organiser's person; None for the participant, or the system."""

    at: datetime
    what: str
    who: str | None
    fields: Sequence[str]


def registration_of_event(event: Event, number: int) -> Registration | None:
    return db.session.scalar(
        select(Registration)
        .where(Registration.id == number, Registration.event_id == event.id)
        .options(joinedload(Registration.admission), joinedload(Registration.region))
    )


def organiser_id_of_registration(number: int) -> int | None:
    return db.session.scalar(select(Event.organiser_id).join(Registration).where(Registration.id == number))


def happenings(registration: Registration) -> list[Happening]:
    """What happened to it, newest first."""
    rows = db.session.execute(
        select(HistoryEntry, Account.name)
        .outerjoin(Account, Account.id == HistoryEntry.account_id)
        .where(HistoryEntry.registration_id == registration.id)
        .order_by(HistoryEntry.at.desc(), HistoryEntry.id.desc())
    ).all()
    return [Happening(entry.at, entry.what, who, entry.details.get("fields", [])) for entry, who in rows]
