"""A draft that is not needed."""

from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.actions.editing import begin, remove, somebody_has_registered
from elmo_events.events.models import Event
from elmo_events.events.queries.search import SEARCHED_AS
from elmo_events.events.rules import EventState
from elmo_events.foundation import search
from elmo_events.foundation.refusals import Refusal


def delete(event: Event, by: Account) -> None:
    """Delete a draft for good.

    Refuses: published or cancelled; somebody has registered.
    Writes: removes the event with all that belongs to it; an audit entry.
    """
    begin(event, None)
    if event.state != EventState.DRAFT:
        raise Refusal(_("Only a draft can be deleted."))
    number, organiser_id = event.id, event.organiser_id
    remove([event], somebody_has_registered())
    search.forget(SEARCHED_AS, number)
    record(by, "event deleted", ("event", number), organiser_id=organiser_id)
