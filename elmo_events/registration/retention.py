"""What is forgotten of registrations, and when: needs after a week, those who didn't come after a month, names after three."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.retention import forgets
from elmo_events.registration.actions import anonymise
from elmo_events.registration.actions.history import note
from elmo_events.registration.models import Registration, SpecialNeed
from elmo_events.registration.rules import RegistrationState

NEEDS_KEPT = timedelta(days=6)  # forgetting runs nightly: gone within seven days in any case
ABSENT_KEPT = timedelta(days=30)
NAMES_KEPT = timedelta(days=90)


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("special needs")
def forget_needs(moment: datetime) -> int:
    """Writes: diets and accessibility needs are gone within a week after the event. Returns how many."""
    over = select(Registration.id).join(Event).where(Event.ends_at <= moment - NEEDS_KEPT)
    forgotten = db.session.execute(
        delete(SpecialNeed).where(SpecialNeed.registration_id.in_(over)).execution_options(synchronize_session=False)
    )
    return int(forgotten.rowcount)  # type: ignore[attr-defined]


@forgets("registrations of those who did not take part")
def forget_absent(moment: datetime) -> int:
    """Writes: who cancelled, was declined or never got a place is unknown a month after the event. Returns how many."""
    return _anonymise(moment - ABSENT_KEPT, Registration.state != RegistrationState.CONFIRMED)


@forgets("registrations")
def forget_participants(moment: datetime) -> int:
    """Writes: nobody is known three months after the event; the rows stay for the counts. Returns how many."""
    return _anonymise(moment - NAMES_KEPT)


def _anonymise(ended_before: datetime, *conditions: ColumnElement[bool]) -> int:
    due = db.session.scalars(
        select(Registration)
        .join(Event)
        .where(Event.ends_at <= ended_before, Registration.anonymised_at.is_(None), *conditions)
    ).all()
    for registration in due:
        anonymise(registration)
        note(registration, "anonymised")
    return len(due)
