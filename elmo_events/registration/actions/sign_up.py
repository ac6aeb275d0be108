"""Signing up, oneself or by an organiser's hand."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState, RegistrationPhase
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration import emails
from elmo_events.registration.actions import choosing, facts, places
from elmo_events.registration.actions.history import note
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE, Choice, Facts, Outcome, Person, RegistrationState, first_state

CONFIRMED = RegistrationState.CONFIRMED


def sign_up(
    event: Event, person: Person, choice: Choice, told: Facts, *, by: Account | None = None, tell: bool = True
) -> Outcome:
    """Give a person a place at an event, or put them on its waiting list.

    A second sign-up of the same person changes nothing and sends them their link again; the outcome is what a stranger
    would get. An organiser (`by`) may add people after registration has closed, never beyond the places, and may do so
    without an e-mail (`tell`).
    Refuses: registration is not open; an extra is full; something chosen or told that doesn't exist; to an organiser
    also that the person has signed up already.
    Writes: the registration, what is kept apart from it, its history, the places taken, and the e-mail.
    """
    lock(event)
    refuse_when_not_open(event, by)
    standing = choosing.standing_of(event, person, choice, told)
    chosen = choosing.rows_of(event, choice, standing.admission)
    choosing.refuse_full_extras(chosen.extras)
    state = first_state(chosen.admission.places_left, standing.line.waiting, by is not None)
    outcome = Outcome(state, None if state == CONFIRMED else standing.line.waiting + 1)
    known = db.session.get(Registration, standing.known_id) if standing.known_id else None
    if known is not None and known.state in ACTIVE:
        _answer_known(known, by)
        return outcome
    registration = known or Registration(event_id=event.id)
    registration.privacy_notice_version = standing.notice_version
    _write(registration, person, chosen, told, state=state, by=by)
    if tell:
        (emails.confirmation if state == CONFIRMED else emails.waiting)(registration, by_organiser=by is not None)
    return Outcome(outcome.state, outcome.queue_position, registration.id if by else None)


def add_by_hand(
    event: Event, person: Person, choice: Choice, told: Facts, *, by: Account, tell: bool = True
) -> Outcome:
    """`sign_up` by an organiser: after closing too, never beyond the places. Refuses and writes as that does."""
    return sign_up(event, person, choice, told, by=by, tell=tell)


def refuse_when_not_open(event: Event, by: Account | None) -> None:
    """Refuses: the event is cancelled or not published; registration is not open yet, or (to participants) closed."""
    if event.state == EventState.CANCELLED:
        raise Refusal(_("The event has been cancelled."))
    if event.state == EventState.DRAFT:
        raise Refusal(_("The event has not been published yet."))
    match event.window.phase_at(now()):
        case _phase if by is not None:
            return
        case RegistrationPhase.SOON:
            raise Refusal(_("Registration for this event has not opened yet."))
        case RegistrationPhase.CLOSED | RegistrationPhase.PAST:
            raise Refusal(_("Registration for this event has closed."))


def _answer_known(known: Registration, by: Account | None) -> None:
    if by is not None:
        raise Refusal(_("This person has already registered."), field="email")
    emails.link_again(known)


def _write(
    registration: Registration,
    person: Person,
    chosen: choosing.Chosen,
    told: Facts,
    *,
    state: RegistrationState,
    by: Account | None,
) -> None:
    """Somebody who had cancelled is written into the same row."""
    is_new = registration.id is None
    facts.write_down(registration, person, told)
    registration.added_by_account_id = by.id if by else None
    registration.created_at = registration.changed_at = now()
    registration.cancelled_at = None
    registration.sequence = 0 if is_new else registration.sequence + 1
    registration.parts = chosen.parts
    if state == CONFIRMED:
        places.take(registration, chosen.admission, chosen.extras)
    else:
        places.join_queue(registration, chosen.admission, chosen.extras)
    db.session.add(registration)
    db.session.flush()
    facts.keep_needs(registration, told, chosen.has_catering, are_there=not is_new)
    note(registration, "added by hand" if by else "signed up", by, state=str(state))
