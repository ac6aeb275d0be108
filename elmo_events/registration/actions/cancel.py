"""Withdrawing a registration."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration import emails, signals
from elmo_events.registration.actions import places
from elmo_events.registration.actions.facts import forget_needs
from elmo_events.registration.actions.history import note
from elmo_events.registration.actions.promote import fill_after_freeing
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE, RegistrationState, cut_off


def cancel(registration: Registration, *, by: Account | None = None, tell: bool = True) -> None:
    """Withdraw a registration; until the last day to cancel, the first in line gets the place.

    Cancelling what is cancelled changes nothing. An organiser (`by`) may cancel at any time, without an e-mail if so
    wished (`tell`).
    Refuses: the last day to cancel has passed (somebody who only waits may always leave).
    Writes: the registration, its history, the places, the e-mails; special needs are forgotten.
    """
    lock(registration.event)
    db.session.refresh(registration)
    if registration.state not in ACTIVE:
        return
    if by is None:
        refuse_when_late(registration)
    had_place = registration.state == RegistrationState.CONFIRMED
    withdraw(registration, by)
    if tell:
        emails.cancelled(registration, had_place, by_organiser=by is not None)


def refuse_when_late(registration: Registration) -> None:
    """Refuses: somebody with a place, after the last day to cancel."""
    event = registration.event
    if not registration.may_be_given_up_at(now()):
        last = cut_off(event.last_cancellation_at, event.starts_at)
        moment = dates.date_time_text(last, current_language(), event.time_zone)
        raise Refusal(_("It was possible to cancel until %(moment)s. Please write to the organiser.", moment=moment))


def withdraw(registration: Registration, by: Account | None) -> None:
    """The cancellation itself. The caller holds the lock and has checked who may."""
    held = registration.admission_id if registration.state == RegistrationState.CONFIRMED else None
    places.free(registration)
    registration.state = RegistrationState.CANCELLED
    registration.queue_number = None
    registration.cancelled_at = registration.changed_at = now()
    registration.sequence += 1
    forget_needs(registration)
    note(registration, "cancelled", by)
    db.session.flush()
    if held is not None:
        fill_after_freeing(registration.event, held)
    signals.registration_changed.send(registration)
