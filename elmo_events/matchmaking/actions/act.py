"""An organiser acts for a participant: whatever is done here stands in the audit log, and the participant gets an e-mail."""

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.matchmaking.actions import answer, meetings
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.actions.availability import say_when_free
from elmo_events.matchmaking.emails import reminders as emails
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.profiles.models import Statement
from elmo_events.timetable.models import Slot


def ask_for(
    person: Participation,
    recipient: Participation,
    by: Account,
    *,
    message: str = "",
    what_you_gain: str = "",
    statement: Statement | None = None,
    slot: Slot | None = None,
) -> MeetingRequest:
    """Ask somebody to meet this person. Refuses and writes: as `ask` does; an audit entry."""
    request = ask(
        person, recipient, message=message, what_you_gain=what_you_gain, statement=statement, slot=slot, by=by
    )
    _note(by, person, "asked", request=request.id)
    return request


def accept_for(person: Participation, request: MeetingRequest, by: Account, slot: Slot | None = None) -> Meeting:
    """Refuses and writes: as `accept` does; an audit entry."""
    meeting = answer.accept(request, slot=slot, by=by)
    _note(by, person, "accepted", request=request.id)
    return meeting


def decline_for(person: Participation, request: MeetingRequest, by: Account, reason: str = "") -> None:
    """Refuses and writes: as `decline` does; an audit entry."""
    answer.decline(request, reason, by=by)
    _note(by, person, "declined", request=request.id)


def withdraw_for(person: Participation, request: MeetingRequest, by: Account) -> None:
    """Refuses and writes: as `withdraw` does; an audit entry."""
    answer.withdraw(request, by=by)
    _note(by, person, "withdrawn", request=request.id)


def cancel_for(person: Participation, meeting: Meeting, by: Account) -> None:
    """Refuses and writes: as `cancel_by` does; an audit entry."""
    meetings.cancel_by(person, meeting, by=by)
    _note(by, person, "cancelled", meeting=meeting.id)


def change_times_for(person: Participation, free: set[int], by: Account) -> int:
    """Say in which slots (ids) this person is free. Refuses and writes: as `say_when_free` does; the e-mail that tells them."""
    changed = say_when_free(person, free, by=by)
    if changed:
        emails.times_changed(person)
    return changed


def _note(by: Account, person: Participation, what: str, **details: int) -> None:
    about = ("participation", person.id)
    record(by, "done for a participant", about, organiser_id=person.event.organiser_id, what=what, **details)
