"""What is in the outbox?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import defer

from elmo_events.foundation.database import db
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState


def message(number: int) -> Message | None:
    return db.session.get(Message, number)


def messages_about(kind: str, number: int) -> Sequence[Message]:
    """E-mails about one thing, oldest first, without their bodies."""
    return db.session.scalars(
        select(Message)
        .where(Message.about_kind == kind, Message.about_id == number)
        .order_by(Message.created_at, Message.id)
        .options(defer(Message.text), defer(Message.html))
    ).all()


def due(moment: datetime, most: int = 200) -> Sequence[int]:
    """Ids of what should be sent now: waiting and due, or held by a worker whose lease has ended."""
    return db.session.scalars(
        select(Message.id)
        .where(
            or_(
                (Message.state == MessageState.WAITING) & (Message.due_at <= moment),
                (Message.state == MessageState.SENDING) & (Message.leased_until <= moment),
            )
        )
        .order_by(Message.due_at, Message.id)
        .limit(most)
    ).all()


def numbers_by_state() -> dict[str, int]:
    rows = db.session.execute(select(Message.state, func.count()).group_by(Message.state)).all()
    return {str(state): number for state, number in rows}


def newest(most: int = 100) -> Sequence[Message]:
    return db.session.scalars(
        select(Message).order_by(Message.id.desc()).limit(most).options(defer(Message.html))
    ).all()
