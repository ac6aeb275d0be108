"""Which feedback waits for an answer?"""

from collections.abc import Sequence

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.site.models import FeedbackCase

SHOWN = 100


def open_cases() -> Sequence[FeedbackCase]:
    """Most urgent first."""
    return db.session.scalars(
        select(FeedbackCase).where(FeedbackCase.closed_at.is_(None)).order_by(FeedbackCase.due_at, FeedbackCase.id)
    ).all()


def closed_cases() -> Sequence[FeedbackCase]:
    """Newest first; the hundred last."""
    closed = select(FeedbackCase).where(FeedbackCase.closed_at.is_not(None))
    return db.session.scalars(closed.order_by(FeedbackCase.closed_at.desc()).limit(SHOWN)).all()


def case(number: int) -> FeedbackCase | None:
    return db.session.get(FeedbackCase, number)
