"""The worker's part in requests: those that nobody answers end, and their recipients are reminded before."""

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import each_alone, every
from elmo_events.matchmaking.actions.expire import end_and_remind
from elmo_events.matchmaking.queries.due_requests import events_with_due


@every(minutes=10)
def end_unanswered_requests() -> None:
    """Running twice ends and reminds of nothing twice."""
    moment = now()
    events = events_with_due(moment)
    db.session.rollback()

    def end(event_id: int) -> None:
        with transaction():
            end_and_remind(event_id, moment)

    each_alone("requests not ended", events, end)
