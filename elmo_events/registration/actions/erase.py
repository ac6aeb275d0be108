"""Forgetting a person: the row stays for the counts, without anything that tells who it was."""

from flask_babel import gettext as _

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import actions as mail
from elmo_events.registration import emails, signals
from elmo_events.registration.actions.cancel import withdraw
from elmo_events.registration.actions.facts import forget_needs
from elmo_events.registration.actions.history import note
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE


def erase(registration: Registration) -> None:
    """Forget a participant at their own wish; a place that they hold is given back first.

    Refuses: somebody with a place, after the last day to cancel: who took part must be shown to the funder for a while.
    Writes: the registration, its history, its places, its e-mails; nothing is sent.
    """
    lock(registration.event)
    db.session.refresh(registration)
    refuse_when_needed(registration)
    if registration.state in ACTIVE:
        withdraw(registration, None)
    anonymise(registration)
    note(registration, "erased")


def refuse_when_needed(registration: Registration) -> None:
    if not registration.may_be_given_up_at(now()):
        raise Refusal(
            _("The organiser must be able to show who took part. Your details are erased 90 days after the event.")
        )


def anonymise(registration: Registration) -> None:
    """Writes: name, address and all that was told are gone, from the e-mails too; special needs are deleted."""
    for name in ("first_name", "last_name", "email", "organisation", "job_title", "phone", "message"):
        setattr(registration, name, "")
    registration.sort_key = registration.organisation_sort_key = registration.search_text = ""
    registration.person_key = f"anonymised {registration.id}"
    registration.may_be_listed = False
    registration.link_version += 1
    registration.anonymised_at = now()
    forget_needs(registration)
    mail.blank(emails.ABOUT, [registration.id])
    signals.registration_changed.send(registration)
