"""An organiser reminds people of what they have not done yet."""

from datetime import datetime

from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.rules import EventState
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.emails import reminders as emails
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.reminding import reminder_key, reminding
from elmo_events.matchmaking.rules import Gap


def remind(matchmaking: Matchmaking, gap: Gap, moment: datetime, by: Account) -> int:
    """Write to everybody who has this gap and was not reminded of it today; returns to how many.

    Refuses: the event is not published, or over; there is nobody to remind. Writes: the e-mails, an audit entry.
    """
    lock_meetings(matchmaking)
    event = matchmaking.event
    if event.state != EventState.PUBLISHED or event.is_past_at(moment):
        raise Refusal(_("Only people of a published event that is to come can be reminded."))
    due = reminding(event, gap, moment).due
    if not due:
        raise Refusal(_("There is nobody to remind: everybody has done it, or was reminded today."))
    for row in due:
        emails.reminder(row.registration, gap, reminder_key(event, gap, row.registration, moment))
    record(by, "people reminded", ("event", event.id), organiser_id=event.organiser_id, what=gap.value, rows=len(due))
    return len(due)
