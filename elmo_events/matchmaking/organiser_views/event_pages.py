"""What the organiser's pages about meetings share: whether the event's matchmaking is on."""

from flask import abort, redirect, url_for

from elmo_events.events.models import Event
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.participations import matchmaking_of


def matchmaking_in(event: Event) -> Matchmaking:
    """The event's matchmaking; while it is off, every page leads to the one where it is switched on."""
    return matchmaking_of(event) or abort(redirect(url_for("matchmaking.organiser_meetings", event_id=event.id)))
