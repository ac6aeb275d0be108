"""Requests that nobody answered: their recipients are reminded, and in the end they are over."""

from collections.abc import Callable, Iterable
from datetime import datetime

from elmo_events.foundation.database import db
from elmo_events.matchmaking.actions.answer import close_silently
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest, Participation
from elmo_events.matchmaking.queries import due_requests as queries
from elmo_events.matchmaking.rules import RequestState


def end_and_remind(event_id: int, moment: datetime) -> tuple[int, int]:
    """End the requests of an event that nobody answered in time, and remind halfway those who have not answered.

    Everybody gets one e-mail for all of theirs. Returns how many ended, and how many people were reminded.
    Writes: the requests, and the e-mails.
    """
    lock_meetings(db.session.get_one(Matchmaking, event_id))
    overdue = queries.overdue(event_id, moment)
    for request in overdue:
        close_silently(request, RequestState.EXPIRED)
    for sender, unanswered in _by_person(overdue, lambda request: request.sender):
        emails.unanswered(sender, unanswered)
    reminded = _by_person(queries.to_remind_of(event_id, moment), lambda request: request.recipient)
    for recipient, waiting in reminded:
        emails.reminder(recipient, waiting)
        for request in waiting:
            request.remind_at = None
    return len(overdue), len(reminded)


def _by_person(
    requests: Iterable[MeetingRequest], person_of: Callable[[MeetingRequest], Participation]
) -> list[tuple[Participation, list[MeetingRequest]]]:
    found: dict[int, tuple[Participation, list[MeetingRequest]]] = {}
    for request in requests:
        person = person_of(request)
        found.setdefault(person.id, (person, []))[1].append(request)
    return list(found.values())
