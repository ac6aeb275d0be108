"""An event that does not take place."""

from collections.abc import Mapping
from datetime import datetime

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events import signals
from elmo_events.events.actions.editing import begin, end
from elmo_events.events.labels import IN_LANGUAGE_LABELS
from elmo_events.events.models import Event
from elmo_events.events.queries.checklist import LEGAL_LANGUAGES
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.refusals import Refusal


def cancel(event: Event, reason: Mapping[str, str], by: Account, seen: datetime | None = None) -> None:
    """Cancel a published event; its page stays, with the reason, and everybody who has registered is told.

    Refuses: changed since it was looked at, not published, over already, no reason in a language that must be there.
    Writes: the event, an audit entry; sends `event_cancelled`.
    """
    begin(event, seen)
    if event.state != EventState.PUBLISHED:
        raise Refusal(_("Only a published event can be cancelled. A draft can be deleted."))
    if event.is_past_at(now()):
        raise Refusal(_("The event is over already, so it can't be cancelled."))
    _refuse_missing_reason(event, reason)
    event.state, event.cancelled_at = EventState.CANCELLED, now()
    event.cancellation_reason = dict(reason)
    event.sequence += 1
    end(event, by, "event cancelled")
    signals.event_cancelled.send(event)


def _refuse_missing_reason(event: Event, reason: Mapping[str, str]) -> None:
    if not any(reason.values()):
        raise Refusal(_("Say why the event is cancelled, in at least one language."), field="reason-fi")
    for code in LEGAL_LANGUAGES if event.organiser.is_bilingual else ():
        if not reason.get(code):
            sentence = _("The reason is missing %(language)s.", language=IN_LANGUAGE_LABELS[code])
            raise Refusal(sentence, field=f"reason-{code}")
