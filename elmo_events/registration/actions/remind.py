"""Reminders of one date of an event."""

from datetime import datetime

from elmo_events.events.models import Event, Part
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation import dates
from elmo_events.foundation.database import db, lock
from elmo_events.registration import emails, queries
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import REMINDERS, Reminder, due_reminders, is_spared, reminder_key

STEP = 200  # registrations in one transaction: people who sign up meanwhile wait for no more than that
KINDS = {
    Reminder.WEEK: emails.WEEK_REMINDER,
    Reminder.DAY: emails.DAY_REMINDER,
    Reminder.HOUR: emails.JOINING_LINK,
}


def remind(part_id: int, reminder: Reminder, moment: datetime, after: int = 0) -> int | None:
    """Remind the next people of a date, each once. Who got their place after the reminder was due gets none.

    Returns the number of the last registration looked at, to go on after; None when there are no more.
    Writes: the e-mails.
    """
    part = db.session.get(Part, part_id)
    if part is None:
        return None
    event = db.session.get_one(Event, part.event_id)
    lock(event)
    db.session.refresh(part)
    if event.state != EventState.PUBLISHED or reminder not in due_reminders(part.starts_at, moment):
        return None
    due_since = part.starts_at - REMINDERS[reminder].lead
    step = queries.confirmed_before(event.id, due_since, after, STEP)
    day = dates.local(part.starts_at, event.time_zone).date().isoformat()
    keys = {each.id: reminder_key(reminder, each.id, part.id, day) for each in step}
    written = queries.written_once(keys.values())
    for registration in step:
        if keys[registration.id] not in written and _concerns(registration, event, part, reminder):
            emails.reminder(KINDS[reminder], registration, part.id, keys[registration.id])
    return step[-1].id if len(step) == STEP else None


def _concerns(registration: Registration, event: Event, part: Part, reminder: Reminder) -> bool:
    parts = registration.parts_attended
    if part not in parts:
        return False
    if reminder == Reminder.HOUR and not (registration.admission.mode == Mode.ONLINE and event.joining_link):
        return False
    return not is_spared(reminder, part.starts_at, [each.ends_at for each in parts if each is not part])
