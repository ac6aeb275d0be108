"""What the staff's pages share: who is signed in, which event it is, and that it has meetings."""

from flask import abort, redirect, url_for

from elmo_events.accounts.guards import signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.queries import organiser as events
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.meetings import own_meeting
from elmo_events.matchmaking.queries.participations import matchmaking_of, participation


def member() -> Account:
    return signed_in_account() or abort(403)


def event_with_meetings(event_id: int) -> tuple[Event, Matchmaking]:
    """To the page where they are switched on while they are off."""
    event = events.event(event_id) or abort(404)
    start = url_for("matchmaking.organiser_meetings", event_id=event_id)
    return event, matchmaking_of(event) or abort(redirect(start))


def person_at(event: Event, participation_id: int) -> Participation:
    return participation(event, participation_id) or abort(404)


def meeting_at(person: Participation, meeting_id: int) -> Meeting:
    return own_meeting(person, meeting_id) or abort(404)
