"""Feedback is forgotten a year after its case was closed."""

from datetime import datetime

from sqlalchemy import delete

from elmo_events.foundation.database import db
from elmo_events.foundation.retention import forgets
from elmo_events.mail import actions as mail
from elmo_events.site.models import FeedbackCase
from elmo_events.site.rules import CASE_KEPT


@forgets("feedback")
def forget_feedback(moment: datetime) -> int:
    """Writes: cases that were closed a year ago are deleted. Returns how many."""
    forgotten = db.session.execute(delete(FeedbackCase).where(FeedbackCase.closed_at < moment - CASE_KEPT))
    return int(forgotten.rowcount)  # type: ignore[attr-defined]


@forgets("letters on feedback")
def forget_letters(moment: datetime) -> int:
    """Writes: the letters about feedback are gone, with the addresses that they went to."""
    return mail.forget("feedback", moment)
