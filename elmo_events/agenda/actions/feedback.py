"""Saying how a meeting was, and months later what it led to."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import select

from elmo_events.agenda import emails
from elmo_events.agenda.queries import feedback as queries
from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.matchmaking.models import Feedback, Meeting, Participation
from elmo_events.matchmaking.rules import NextStep, Result


def say_how_it_was(
    person: Participation,
    meeting: Meeting,
    *,
    took_place: bool,
    useful: int | None,
    next_step: NextStep | None,
    may_ask_later: bool,
) -> Feedback:
    """What somebody says of their meeting; saying it again replaces what they said.

    Refuses: the meeting is not over. Writes: the feedback. Of a meeting that did not take place, only that is kept.
    """
    lock(person)
    if not queries.may_be_told_of(meeting, now()):
        raise Refusal(_("You can say how it was when the meeting is over."))
    feedback = queries.feedback_of(person, meeting) or Feedback(meeting_id=meeting.id, participation_id=person.id)
    feedback.took_place, feedback.given_at = took_place, now()
    feedback.useful = useful if took_place else None
    feedback.next_step = next_step if took_place else None
    feedback.may_ask_later = may_ask_later and took_place
    db.session.add(feedback)
    return feedback


def say_what_it_led_to(person: Participation, results: Mapping[int, Result]) -> None:
    """Writes: the results, by meeting; only of those that this person lets us ask about."""
    lock(person)
    for said in queries.asked_later(person):
        if result := results.get(said.meeting.id):
            said.feedback.result, said.feedback.result_given_at = result, now()


def ask_how_it_was(event: Event) -> int:
    """Ask those who have said nothing of some of their meetings, once for the event. Returns how many.

    Writes: the e-mails.
    """
    lock(event)
    asked = 0
    for person in queries.people_of(event):
        if queries.not_told_of(person, now()) and not _is_written(key := f"agenda feedback {person.id}"):
            emails.how_it_was(person, key)
            asked += 1
    return asked


def ask_what_it_led_to(person_id: int) -> None:
    """Ask somebody who lets us, once. Writes: the e-mail."""
    person = db.session.get_one(Participation, person_id)
    lock(person)
    if not _is_written(key := f"agenda outcome {person.id}"):
        emails.what_it_led_to(person, key)


def _is_written(key: str) -> bool:
    return db.session.scalar(select(Message.id).where(Message.once == key)) is not None
