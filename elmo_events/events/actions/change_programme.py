"""The programme of an event."""

from datetime import date, datetime

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.actions.change_dates import event_days
from elmo_events.events.actions.editing import begin, end_section
from elmo_events.events.models import Event, ProgrammeSession, Speaker
from elmo_events.events.rules import Programme, Section, SessionFacts
from elmo_events.foundation.refusals import Refusal


def change_programme(event: Event, programme: Programme, by: Account, seen: datetime | None = None) -> None:
    """Say what happens when, and who speaks.

    Refuses: a stale form; a session without a title, that ends before it starts, or on a day that is no day of the event.
    Writes: the sessions and their speakers, an audit entry.
    """
    begin(event, seen)
    days = event_days(event)
    for number, facts in enumerate(programme.sessions):
        _refuse_bad_session(facts, days, f"sessions-{number}")
    known = {session.id: session for session in event.sessions}
    event.sessions = [_changed(known.get(facts.id or 0) or ProgrammeSession(), facts) for facts in programme.sessions]
    event.sessions.sort(key=lambda session: session.starts_at)
    end_section(event, by, Section.PROGRAMME)


def _refuse_bad_session(facts: SessionFacts, days: set[date], row: str) -> None:
    if not any(facts.title.values()):
        raise Refusal(_("Write the title of the session."), field=f"{row}-title-fi")
    if facts.ends_at <= facts.starts_at:
        raise Refusal(_("The end must be after the start."), field=f"{row}-ends")
    if not {facts.starts_at.date(), facts.ends_at.date()} <= days:
        raise Refusal(_("The event is not on this day."), field=f"{row}-day")


def _changed(session: ProgrammeSession, facts: SessionFacts) -> ProgrammeSession:
    session.starts_at, session.ends_at, session.place = facts.starts_at, facts.ends_at, facts.place
    session.title, session.description = dict(facts.title), dict(facts.description)
    speakers = [
        Speaker(name=speaker.name, role=speaker.role, position=position)
        for position, speaker in enumerate(facts.speakers)
    ]
    if [(speaker.name, speaker.role) for speaker in session.speakers or []] != [
        (speaker.name, speaker.role) for speaker in speakers
    ]:
        session.speakers = speakers
    return session
