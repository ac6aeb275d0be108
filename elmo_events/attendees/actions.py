"""What is noted when somebody takes personal data out of the list, or looks at what is kept apart from it."""

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.attendees.rules import ARGUMENTS, FileKind, ListView
from elmo_events.events.models import Event
from elmo_events.registration.models import Registration


def note_export(event: Event, account: Account, kind: FileKind, view: ListView, rows: int) -> None:
    """Note who exported how many rows with which columns. By what was filtered, but not for whom was searched.

    Writes: an audit entry.
    """
    filters = [name for part, name in ARGUMENTS.items() if getattr(view.selection, part)]
    about = ("event", event.id)
    record(
        account, "attendees exported", about, event.organiser_id,
        file=str(kind), rows=rows, columns=[str(column) for column in view.columns], filters=filters,
    )  # fmt: skip


def note_look_at_needs(event: Event, account: Account, what: str, registration: Registration | None = None) -> None:
    """Note who looked at diets or accessibility needs. Writes: an audit entry."""
    about = ("registration", registration.id) if registration else ("event", event.id)
    record(account, "special needs seen", about, event.organiser_id, what=what)
