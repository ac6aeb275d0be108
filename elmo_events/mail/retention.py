"""Bodies of e-mails are forgotten after 30 days; that one was sent, and when, stays as long as what it is about."""

from datetime import datetime

from sqlalchemy import delete, select, update

from elmo_events.foundation.database import db
from elmo_events.foundation.retention import forgets
from elmo_events.mail.models import Attachment, Message
from elmo_events.mail.rules import BODY_KEPT


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("mail bodies")
def forget_bodies(moment: datetime) -> int:
    """Writes: subject, text, HTML and files of e-mails sent more than 30 days ago are removed. Returns how many."""
    old = select(Message.id).where(Message.sent_at < moment - BODY_KEPT, Message.text.is_not(None))
    db.session.execute(
        delete(Attachment).where(Attachment.message_id.in_(old)).execution_options(synchronize_session=False)
    )
    forgotten = db.session.execute(
        update(Message)
        .where(Message.sent_at < moment - BODY_KEPT, Message.text.is_not(None))
        .values(subject=None, text=None, html=None)
        .execution_options(synchronize_session=False)
    )
    return int(forgotten.rowcount)  # type: ignore[attr-defined]
