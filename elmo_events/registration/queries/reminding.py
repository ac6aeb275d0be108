"""Whom is it time to remind, and who has been reminded?"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.events.models import Event, Part
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db
from elmo_events.mail.models import Message
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def parts_between(earliest: datetime, latest: datetime) -> Sequence[Part]:
    """Dates of published events that begin after one moment, and not after another."""
    return db.session.scalars(
        select(Part)
        .join(Event, Event.id == Part.event_id)
        .where(Event.state == EventState.PUBLISHED, Part.starts_at > earliest, Part.starts_at <= latest)
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
