"""Changing a registration: what was told, and how one attends."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration import emails, queries, signals
from elmo_events.registration.actions import choosing, facts, places
from elmo_events.registration.actions.history import note
from elmo_events.registration.actions.promote import fill, fill_after_freeing
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE, Choice, Facts, Person, RegistrationState, cut_off

WAITING = RegistrationState.WAITING


def change(
    registration: Registration,
    person: Person,
    choice: Choice,
    told: Facts,
    *,
    by: Account | None = None,
    tell: bool = True,
) -> list[str]:
    """Change what somebody told and how they attend; another admission frees and takes a place at once.

    Returns the names of what changed; when nothing did, nothing is written.
    Refuses: a cancelled registration or event; another admission that is full (the old place is kept) or an extra that is;
    to participants also another way to attend after the last day to cancel, anything after the event, and another
    e-mail address (the link belongs to the old one); another registration of that name and address.
    Writes: the registration, what is kept apart from it, its history, the places, and the e-mails.
    """
    lock(registration.event)
    db.session.refresh(registration)
    _refuse_when_over(registration, by)
    standing = choosing.standing_of(registration.event, person, choice, told)
    chosen = choosing.rows_of(registration.event, choice, standing.admission)
    _refuse_other_person(registration, person, standing.known_id, by)
    parts_before = [part.id for part in registration.parts]
    old_address, old_state = registration.email, registration.state
    changed = _change_choice(registration, chosen, by)
    changed += facts.write_down(registration, person, told)
    changed += facts.keep_needs(registration, told, chosen.has_catering, are_there=True)
    if not changed:
        return []
    if registration.email != old_address:
        registration.link_version += 1  # the old address must not reach what is the new one's
    registration.changed_at = now()
    registration.sequence += 1
    note(registration, "changed", by, fields=changed)
    db.session.flush()
    if tell and registration.state == old_state:  # else the e-mail on the new place says it all
        kept = {part.id for part in registration.parts} or set(parts_before)
        emails.changed(registration, [part for part in parts_before if part not in kept])
    db.session.expire(registration, ["admission"])  # whoever hears of it asks how this person attends now
    signals.registration_changed.send(registration)
    return changed


def _refuse_when_over(registration: Registration, by: Account | None) -> None:
    if registration.state not in ACTIVE:
        raise Refusal(_("This registration has been cancelled."))
    if registration.event.state == EventState.CANCELLED:
        raise Refusal(_("The event has been cancelled."))
    if by is None and now() >= registration.event.ends_at:
        raise Refusal(_("The event is over."))


def _refuse_other_person(registration: Registration, person: Person, known_id: int | None, by: Account | None) -> None:
    """Only an organiser may learn that somebody else has signed up: to a participant the address is fixed."""
    if by is None and person.email != registration.email:
        raise Refusal(_("To use another email address, write to the organiser."), field="email")
    if known_id not in {None, registration.id}:
        raise Refusal(_("Somebody with this name and email address has already registered."), field="last_name")


def _change_choice(registration: Registration, chosen: choosing.Chosen, by: Account | None) -> list[str]:
    changed = _differences(registration, chosen)
    event = registration.event
    if changed and by is None and now() >= cut_off(event.last_cancellation_at, event.starts_at):
        raise Refusal(_("It is too late to change how you attend. Please write to the organiser."), field="admission")
    if "extras" in changed:
        choosing.refuse_full_extras([extra for extra in chosen.extras if extra not in registration.extras])
    if "parts" in changed:
        registration.parts = chosen.parts
    if "admission" in changed:
        _move(registration, chosen, by)
    elif "extras" in changed:
        _change_extras(registration, chosen)
    return changed


def _differences(registration: Registration, chosen: choosing.Chosen) -> list[str]:
    pairs = {
        "admission": (registration.admission_id, chosen.admission.id),
        "extras": ({extra.id for extra in registration.extras}, {extra.id for extra in chosen.extras}),
        "parts": ({part.id for part in registration.parts}, {part.id for part in chosen.parts}),
    }
    return [name for name, (before, after) in pairs.items() if before != after]


def _move(registration: Registration, chosen: choosing.Chosen, by: Account | None) -> None:
    """To another admission. Somebody who waits goes to the end of its line, which may mean straight in."""
    old, was_waiting = registration.admission_id, registration.state == WAITING
    line = queries.line(chosen.admission.id)
    is_full = chosen.admission.places_left == 0 or (line.waiting > 0 and by is None)
    if is_full and not was_waiting:
        raise Refusal(_("There are no places left. You keep the place that you have."), field="admission")
    places.free(registration)
    if was_waiting:
        places.join_queue(registration, chosen.admission, chosen.extras)
        db.session.flush()
        fill(chosen.admission.id)
    else:
        places.take(registration, chosen.admission, chosen.extras)
        db.session.flush()
        fill_after_freeing(registration.event, old)


def _change_extras(registration: Registration, chosen: choosing.Chosen) -> None:
    if registration.state == WAITING:
        registration.extras = chosen.extras
        return
    admission = db.session.get_one(Admission, registration.admission_id)
    places.free(registration)
    places.take(registration, admission, chosen.extras)
