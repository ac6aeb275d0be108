"""Whose agenda is it? That of an account with a confirmed registration for the event."""

from flask import abort, redirect, url_for

from elmo_events.accounts.guards import signed_in_account
from elmo_events.agenda.queries.day import Own, own_at
from elmo_events.matchmaking.models import Meeting, Participation
from elmo_events.matchmaking.queries.meetings import own_meeting
from elmo_events.registration.queries import public_event


def own_agenda_at(slug: str) -> Own:
    """404 where there is no such event; to its page for those who have not registered."""
    event = public_event(slug) or abort(404)
    account = signed_in_account()
    own = own_at(event, account) if account else None
    return own or abort(redirect(url_for("events.event_page", slug=slug)))


def own_meeting_at(slug: str, meeting_id: int) -> tuple[Own, Participation, Meeting]:
    """A meeting of this person; other people's do not exist (404)."""
    own = own_agenda_at(slug)
    person = own.participation or abort(404)
    return own, person, own_meeting(person, meeting_id) or abort(404)
