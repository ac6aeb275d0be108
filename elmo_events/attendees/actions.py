"""What organisers do with the list: e-mails sent again; and what is noted when personal data leaves it or is looked at."""

from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.attendees.rules import ARGUMENTS, FileKind, ListView
from elmo_events.events.models import Event
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import actions as mail
from elmo_events.mail.models import Message
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


def send_again(registration: Registration, message: Message) -> None:
    """Send an e-mail to a participant once more.

    Refuses: the address has changed since (the letter would carry the new personal link to the old address); it is
    waiting to be sent anyway; what it told of is gone.
    Writes: the message's state.
    """
    if message.to_address != registration.email:
        raise Refusal(_("The email address has changed since then. This email is not sent to the old address again."))
    mail.send_again(message)


def note_look_at_needs(event: Event, account: Account, what: str, registration: Registration | None = None) -> None:
    """Note who looked at diets or accessibility needs. Writes: an audit entry."""
    about = ("registration", registration.id) if registration else ("event", event.id)
    record(account, "special needs seen", about, event.organiser_id, what=what)
