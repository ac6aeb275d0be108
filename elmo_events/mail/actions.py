"""What can be done with an e-mail: ask for it, send it, send it again."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import and_, delete, inspect, or_, select, true, update

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import after_commit, db, transaction
from elmo_events.foundation.jobs import enqueue
from elmo_events.foundation.languages import speaking
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import letters, transport
from elmo_events.mail.models import Attachment, Message
from elmo_events.mail.rules import BODY_KEPT, LEASE, MessageState, pause_after

LONGEST_NAME = 200  # of a receiver, as the table keeps it


def write(
    kind: str,
    *,
    to_name: str,
    to_address: str,
    language: str,
    about: tuple[str, int],
    due_at: datetime | None = None,
    once: str | None = None,
    **parameters: Any,
) -> Message:
    """Put an e-mail into the outbox; it goes out once the open transaction is committed.

    `once` names what must not be written twice (the database refuses a second one).
    Writes: the message.
    """
    domain = urlsplit(current_app.config["ELMO_BASE_URL"]).hostname or "localhost"
    message = Message(
        kind=kind, about_kind=about[0], about_id=about[1], parameters=parameters, once=once,
        language=language, to_name=to_name[:LONGEST_NAME], to_address=to_address,
        message_id=f"<{uuid.uuid4()}@{domain}>", due_at=due_at or now(),
    )  # fmt: skip
    db.session.add(message)
    # The commit gives it its number. Asking the row for it could read it anew, or find it dropped.
    after_commit(lambda: enqueue("mail.deliver", *(inspect(message).identity or ())))
    return message


def say_more(message: Message, **parameters: Any) -> bool:
    """Let an e-mail that has not left yet say more, and send it now. False: it has left, or is leaving at this moment.

    Writes: what it is composed from, and that it is due.
    """
    changed = db.session.execute(
        update(Message)
        .where(Message.id == message.id, Message.state == MessageState.WAITING)
        .values(parameters={**message.parameters, **parameters}, due_at=now())
    )
    if not changed.rowcount:  # type: ignore[attr-defined]
        return False
    number = message.id
    after_commit(lambda: enqueue("mail.deliver", number))
    return True


def send_again(message: Message) -> None:
    """Send an e-mail once more, to the same address.

    Refuses: it is waiting to be sent anyway; what it told of is gone.
    Writes: the message's state.
    """
    if message.state in {MessageState.WAITING, MessageState.SENDING}:
        raise Refusal(_("This email is already on its way."))
    if message.state == MessageState.OBSOLETE:
        raise Refusal(_("What this email was about no longer exists."))
    message.state = MessageState.WAITING
    message.due_at = now()
    message.attempts = 0
    number = message.id
    after_commit(lambda: enqueue("mail.deliver", number))


def send_failed_again() -> int:
    """Writes: every e-mail that was given up waits to be sent anew. Returns how many."""
    waiting = db.session.execute(
        update(Message)
        .where(Message.state == MessageState.FAILED)
        .values(state=MessageState.WAITING, due_at=now(), attempts=0)
    )
    return int(waiting.rowcount)  # type: ignore[attr-defined]


def forget(about_kind: str, moment: datetime) -> int:
    """Writes: e-mails about things of this kind that nobody sends again are gone with their bodies. Returns how many."""
    over = Message.state.not_in((MessageState.WAITING, MessageState.SENDING))
    old = (Message.about_kind == about_kind) & (Message.created_at < moment - BODY_KEPT)
    forgotten = db.session.execute(delete(Message).where(old, over).execution_options(synchronize_session=False))
    return int(forgotten.rowcount)  # type: ignore[attr-defined]


def drop(about_kind: str, number: int, to_address: str | None = None) -> None:
    """Forget e-mails about this at once, whether sent or not; with `to_address` only those to it.

    Writes: they are gone. One that a worker is sending at this moment is left to it, without a receiver: it finds nothing
    to say.
    """
    about = (Message.about_kind == about_kind) & (Message.about_id == number)
    if to_address is not None:
        about &= Message.to_address == to_address
    sending = Message.state == MessageState.SENDING
    db.session.execute(delete(Message).where(about, ~sending).execution_options(synchronize_session=False))
    db.session.execute(
        update(Message)
        .where(about)
        .values(to_name="", to_address="", parameters={})
        .execution_options(synchronize_session=False)
    )


def blank(about_kind: str, numbers: Collection[int], only_sent: bool = False) -> None:
    """Forget whom e-mails about these things went to and what they said; that something was sent, and when, stays.

    What was not sent yet never will be; with `only_sent` it is left alone.
    Writes: the messages and their files.
    """
    about = (Message.about_kind == about_kind) & Message.about_id.in_(numbers)
    unsent = Message.state.in_((MessageState.WAITING, MessageState.SENDING))
    about &= ~unsent if only_sent else true()
    ids = select(Message.id).where(about)
    db.session.flush()
    for forgotten in (
        delete(Attachment).where(Attachment.message_id.in_(ids)),
        update(Message).where(about, unsent).values(state=MessageState.OBSOLETE, lease=None, leased_until=None),
        update(Message)
        .where(about)
        .values(to_name="", to_address="", subject=None, text=None, html=None, last_error=None),
    ):
        db.session.execute(forgotten.execution_options(synchronize_session=False))


def deliver(number: int) -> None:
    """Send one e-mail, if it is due and no other worker holds it. Opens its own transactions around the sending.

    Writes: the claim, then what was sent, or why not and when to try again.
    """
    lease = str(uuid.uuid4())
    with transaction():
        claimed = _claim(number, lease)
    if not claimed:
        return
    message = db.session.get_one(Message, number)
    outcome = _send(message)
    with transaction():
        message = db.session.get_one(Message, number)
        if message.lease == lease:
            outcome.note(message)


def _claim(number: int, lease: str) -> bool:
    moment = now()
    waiting = and_(Message.state == MessageState.WAITING, Message.due_at <= moment)
    left_behind = and_(Message.state == MessageState.SENDING, Message.leased_until <= moment)
    claimed = db.session.execute(
        update(Message)
        .where(Message.id == number, or_(waiting, left_behind))
        .values(state=MessageState.SENDING, leased_until=moment + LEASE, lease=lease, attempts=Message.attempts + 1)
    )
    return bool(claimed.rowcount)  # type: ignore[attr-defined]


class _Outcome:
    def __init__(self, letter: letters.Letter | None, error: str | None = None, permanent: bool = False) -> None:
        self.letter, self.error, self.permanent = letter, error, permanent

    def note(self, message: Message) -> None:
        message.lease = message.leased_until = None
        if self.error is not None:
            self._note_failure(message)
        elif self.letter is None:
            message.state = MessageState.OBSOLETE
        else:
            self._note_sent(message, self.letter)

    def _note_failure(self, message: Message) -> None:
        message.last_error = (self.error or "")[:300]
        pause = None if self.permanent else pause_after(message.attempts)
        message.state = MessageState.WAITING if pause else MessageState.FAILED
        message.due_at = now() + pause if pause else message.due_at
        transport.log.warning("mail not sent", message=message.id, attempt=message.attempts, gives_up=pause is None)

    def _note_sent(self, message: Message, letter: letters.Letter) -> None:
        message.state, message.sent_at, message.last_error = MessageState.SENT, now(), None
        message.subject, message.text, message.html = letter.subject[:300], letter.text, letter.html
        message.attachments = [
            Attachment(filename=file.filename, content_type=file.content_type, content=file.content)
            for file in letter.files
        ]


def _send(message: Message) -> _Outcome:
    base = current_app.config["ELMO_BASE_URL"]
    try:
        with current_app.test_request_context(base_url=base), speaking(message.language):
            letter = letters.compose(message)
    except Exception as error:
        transport.log.error("letter not composed", message=message.id, kind=message.kind, exc_info=error)
        return _Outcome(None, error=f"{type(error).__name__}", permanent=False)
    if letter is None:
        return _Outcome(None)
    try:
        transport.send(message, letter)
    except transport.Undelivered as undelivered:
        return _Outcome(letter, error=str(undelivered), permanent=undelivered.permanent)
    except Exception as error:  # such as an address that can't be written: it must not keep others from being sent
        transport.log.error("letter not sent", message=message.id, kind=message.kind, exc_info=error)
        return _Outcome(letter, error=type(error).__name__, permanent=False)
    return _Outcome(letter)
