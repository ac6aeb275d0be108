"""Places that have become free go to those who wait, first in line first."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission, Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration import emails, queries
from elmo_events.registration.actions import places
from elmo_events.registration.actions.history import note
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState, cut_off


def promote_waiting(admission: Admission) -> int:
    """Give every free place of an admission to whoever waits for it, in order. Returns how many were promoted.

    Writes: the registrations, their history, the places taken, and an e-mail to each.
    """
    event = db.session.get_one(Event, admission.event_id)
    lock(event)
    return fill(admission.id)


def promote(registration: Registration, by: Account) -> None:
    """Give one who waits a place by an organiser's hand, whatever their position.

    Refuses: the person doesn't wait; the event is cancelled or over; there is no place.
    Writes: the registration, its history, the places taken, and the e-mail.
    """
    lock(registration.event)
    db.session.refresh(registration)
    if registration.state != RegistrationState.WAITING:
        raise Refusal(_("This person is not on the waiting list."))
    _refuse_when_over(registration.event)
    admission = db.session.get_one(Admission, registration.admission_id)
    if admission.places_left == 0:
        raise Refusal(_("There is no free place. Raise the number of places first."))
    _give_place(registration, admission, by)


def _refuse_when_over(event: Event) -> None:
    """A place at what doesn't take place, or is over, would only bring a letter that isn't true."""
    if event.state == EventState.CANCELLED:
        raise Refusal(_("The event has been cancelled."))
    if event.is_past_at(now()):
        raise Refusal(_("The event is over."))


def fill_after_freeing(event: Event, admission_id: int) -> int:
    """As `fill`, until the last day to cancel: a place freed later than that is the organiser's to give."""
    return fill(admission_id) if now() < cut_off(event.last_cancellation_at, event.starts_at) else 0


def fill(admission_id: int) -> int:
    """Promote as long as there is a free place and somebody waits. The caller holds the lock."""
    admission = db.session.get_one(Admission, admission_id)
    number = 0
    while admission.places_left != 0 and (first := queries.first_in_line(admission_id)):
        _give_place(first, admission, None)
        number += 1
    return number


def _give_place(registration: Registration, admission: Admission, by: Account | None) -> None:
    """Extras that were wished for are given where they have places; the e-mail says which were not."""
    free = [extra for extra in registration.extras if extra.places_left != 0]
    missed = [extra.id for extra in registration.extras if extra not in free]
    places.take(registration, admission, free)
    registration.sequence += 1
    registration.changed_at = now()
    db.session.flush()
    note(registration, "promoted", by, extras_missed=missed)
    emails.promoted(registration, missed)
