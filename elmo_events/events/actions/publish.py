"""An event comes before the public, or goes back to being a draft."""

from datetime import datetime

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events import signals
from elmo_events.events.actions.editing import begin, end, somebody_has_registered
from elmo_events.events.models import Event
from elmo_events.events.queries.checklist import musts_of
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.refusals import Refusal


def publish(event: Event, by: Account, seen: datetime | None = None) -> None:
    """Show the event to everybody.

    Refuses: changed since it was looked at, not a draft, something that must be there is missing.
    Writes: the event, an audit entry.
    """
    begin(event, seen)
    if event.state != EventState.DRAFT:
        raise Refusal(_("Only a draft can be published."))
    if musts := musts_of(event, now()):
        raise Refusal(" ".join([_("The event can't be published yet."), *(gap.sentence for gap in musts)]))
    event.state = EventState.PUBLISHED
    event.published_at = event.published_at or now()
    end(event, by, "event published")


def hide(event: Event, by: Account) -> None:
    """Make a published event a draft again, as if nobody had seen it.

    Refuses: not published; somebody has registered (registration says so, through the signal).
    Writes: the event, an audit entry; sends `event_hidden`.
    """
    begin(event, None)
    if event.state != EventState.PUBLISHED:
        raise Refusal(_("Only a published event can be hidden."))
    if any(admission.places_taken for admission in event.admissions):
        raise somebody_has_registered()
    signals.event_hidden.send(event)
    event.state = EventState.DRAFT
    end(event, by, "event hidden")
