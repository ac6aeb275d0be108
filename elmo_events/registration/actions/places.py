"""Places: the one function that takes them and the one that frees them. Callers hold the lock of the event.

The counters grow and shrink in the database itself, so that its constraints refuse one too many even if a lock were missing.
"""

from collections.abc import Iterable

from sqlalchemy import update

from elmo_events.events.models import Admission, Extra
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.registration import queries
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def take(registration: Registration, admission: Admission, extras: Iterable[Extra]) -> None:
    """Confirm somebody with a place in an admission and in extras. Writes: the registration and the counters."""
    registration.state = RegistrationState.CONFIRMED
    registration.confirmed_at = now()
    registration.queue_number = None
    registration.admission_id = admission.id
    registration.extras = list(extras)
    _count(Admission, [admission.id], 1)
    _count(Extra, [extra.id for extra in registration.extras], 1)


def free(registration: Registration) -> None:
    """Give back whatever places somebody holds; the caller says what becomes of them. Writes: the counters."""
    if registration.state != RegistrationState.CONFIRMED:
        return
    registration.confirmed_at = None
    _count(Admission, [registration.admission_id], -1)
    _count(Extra, [extra.id for extra in registration.extras], -1)


def join_queue(registration: Registration, admission: Admission, extras: Iterable[Extra]) -> None:
    """Put somebody at the end of an admission's waiting list; the extras are wishes and hold no place."""
    registration.queue_number = queries.line(admission.id).last_number + 1
    registration.state = RegistrationState.WAITING
    registration.admission_id = admission.id
    registration.extras = list(extras)


def _count(table: type[Admission] | type[Extra], numbers: list[int], change: int) -> None:
    if numbers:
        db.session.execute(update(table).where(table.id.in_(numbers)).values(places_taken=table.places_taken + change))
