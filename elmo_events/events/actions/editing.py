"""What every change of an event begins and ends with: the lock, the stale form, the audit entry."""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.rules import Section
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal


def begin(event: Event, seen: datetime | None) -> None:
    """Lock the event. `seen` is when it had last been changed as the form was opened; None changes it regardless.

    Refuses: somebody else has saved the event since.
    """
    lock(event)
    if seen is not None and event.changed_at != seen:
        raise Refusal(
            _(
                "Somebody else has saved this event after you opened it. What you wrote is still below: "
                "look at what they saved, then save again to keep yours."
            )
        )


def end(event: Event, by: Account, action: str, **details: object) -> None:
    """Note that the event was changed. Writes: the time of the change, an audit entry."""
    event.changed_at = now()
    db.session.flush()
    record(by, action, ("event", event.id), organiser_id=event.organiser_id, **details)


def end_section(event: Event, by: Account, section: Section) -> None:
    end(event, by, "event changed", section=section.value)


def remove(rows: list[object], refusal: Refusal) -> None:
    """Delete rows of an event. Refuses, with this sentence: a registration points at one of them."""
    if not rows:
        return
    try:
        with db.session.begin_nested():
            for row in rows:
                db.session.delete(row)
            db.session.flush()
    except IntegrityError as error:
        raise refusal from error


def somebody_has_registered() -> Refusal:
    return Refusal(_("Somebody has registered for the event. You can cancel it instead."))
