"""What every change of an event begins and ends with: the lock, the stale form, the audit entry."""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.queries.search import SEARCHED_AS, event_ids, search_texts_of
from elmo_events.events.rules import Section
from elmo_events.foundation import search
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
    """Note that the event was changed. Writes: the time of the change, its search document, an audit entry."""
    event.changed_at = now()
    db.session.flush()
    make_findable(event)
    record(by, action, ("event", event.id), organiser_id=event.organiser_id, **details)


def end_section(event: Event, by: Account, section: Section) -> None:
    end(event, by, "event changed", section=section.value)


def make_findable(event: Event) -> None:
    """Writes: the search document. Drafts have one too: lists show only what is published."""
    search.index(SEARCHED_AS, event.id, *search_texts_of(event))


@search.finds(SEARCHED_AS, event_ids)
def index_again(number: int) -> None:
    """Writes: the search document of the event with this id."""
    if event := db.session.get(Event, number):
        make_findable(event)


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
