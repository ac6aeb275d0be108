"""What is forgotten of meetings, and when. Who met whom goes with the registrations, three months after the event."""

from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.retention import forgets
from elmo_events.mail import actions as mail
from elmo_events.matchmaking.emails.requests import ABOUT
from elmo_events.matchmaking.models import MeetingRequest

WORDS_KEPT = timedelta(days=30)


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("words of meeting requests")
def forget_words(moment: datetime) -> int:
    """Writes: what people wrote to each other is gone a month after the event. Returns how many requests had any."""
    over = select(Event.id).where(Event.ends_at <= moment - WORDS_KEPT)
    has_words = or_(
        MeetingRequest.message != "",
        MeetingRequest.what_you_gain != "",
        MeetingRequest.reason != "",
        MeetingRequest.statement_id.is_not(None),
    )
    forgotten = db.session.execute(
        update(MeetingRequest)
        .where(MeetingRequest.event_id.in_(over), has_words)
        .values(message="", what_you_gain="", reason="", statement_id=None)
        .execution_options(synchronize_session=False)
    )
    return int(forgotten.rowcount)  # type: ignore[attr-defined]


@forgets("letters about meetings")
def forget_letters(moment: datetime) -> int:
    """Writes: a month after they were written they are gone, with the addresses that they went to."""
    return mail.forget(ABOUT, moment)
