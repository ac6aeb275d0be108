"""What the staff's pages share: that the event has meetings, and whose they are."""

from flask import abort, redirect, url_for

from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.meetings import own_meeting
from elmo_events.matchmaking.queries.participations import matchmaking_of, participation


def event_with_meetings(event_id: int) -> tuple[Event, Matchmaking]:
    """To the page where they are switched on while they are off."""
    event = event_of(event_id)
    start = url_for("matchmaking.organiser_meetings", event_id=event_id)
    return event, matchmaking_of(event) or abort(redirect(start))


def person_at(event: Event, participation_id: int) -> Participation:
    return participation(event, participation_id) or abort(404)


def meeting_at(person: Participation, meeting_id: int) -> Meeting:
    return own_meeting(person, meeting_id) or abort(404)
