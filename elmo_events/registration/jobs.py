"""The worker's part: reminders."""

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import every
from elmo_events.registration import actions, queries
from elmo_events.registration.rules import REMINDERS, Reminder, due_reminders


def register() -> None:
    """Importing this module has registered its jobs."""


@every(minutes=5)
def send_due_reminders() -> None:
    """Write whatever reminder is due; running twice writes nothing twice."""
    moment = now()
    parts = queries.parts_between(moment + REMINDERS[Reminder.HOUR].last, moment + REMINDERS[Reminder.WEEK].lead)
    due = [(part.id, reminder) for part in parts for reminder in due_reminders(part.starts_at, moment)]
    db.session.rollback()
    for part_id, reminder in due:
        after: int | None = 0
        while after is not None:
            with transaction():
                after = actions.remind(part_id, reminder, moment, after)
