"""Places: the one function that takes them and the one that frees them. Callers hold the lock of the event.

The counters grow and shrink in the database itself, so that its constraints refuse one too many even if a lock were missing.
"""

from collections.abc import Iterable

from sqlalchemy import Table, Update, bindparam, update
from sqlalchemy.orm.attributes import set_committed_value

from elmo_events.events.models import Admission, Extra
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db
from elmo_events.registration import queries
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def _counter(table: Table) -> Update:
    places_taken = table.c.places_taken + bindparam("change")
    return update(table).where(table.c.id == bindparam("number")).values(places_taken=places_taken)


_COUNTERS = {kind: _counter(Base.metadata.tables[kind.__tablename__]) for kind in (Admission, Extra)}


def take(registration: Registration, admission: Admission, extras: Iterable[Extra]) -> None:
    """Confirm somebody with a place in an admission and in extras. Writes: the registration and the counters."""
    registration.state = RegistrationState.CONFIRMED
    registration.confirmed_at = now()
    registration.queue_number = None
    registration.admission_id = admission.id
    registration.extras = list(extras)
    _count([admission, *registration.extras], 1)


def free(registration: Registration) -> None:
    """Give back whatever places somebody holds; the caller says what becomes of them. Writes: the counters."""
    if registration.state != RegistrationState.CONFIRMED:
        return
    registration.confirmed_at = None
    _count([registration.admission, *registration.extras], -1)


def join_queue(registration: Registration, admission: Admission, extras: Iterable[Extra]) -> None:
    """Put somebody at the end of an admission's waiting list; the extras are wishes and hold no place."""
    registration.queue_number = queries.line(admission.id).last_number + 1
    registration.state = RegistrationState.WAITING
    registration.admission_id = admission.id
    registration.extras = list(extras)


def _count(rows: Iterable[Admission | Extra], change: int) -> None:
    for row in rows:
        db.session.execute(_COUNTERS[type(row)], {"number": row.id, "change": change})
        set_committed_value(row, "places_taken", row.places_taken + change)
