"""What the organiser's pages about meetings share: who is signed in, which event it is, and whether its matchmaking is on."""

from flask import abort, redirect, url_for

from elmo_events.accounts.guards import signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.queries import organiser as events
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.participations import matchmaking_of


def member() -> Account:
    return signed_in_account() or abort(403)


def event_of(event_id: int) -> Event:
    return events.event(event_id) or abort(404)


def matchmaking_in(event: Event) -> Matchmaking:
    """The event's matchmaking; while it is off, every page leads to the one where it is switched on."""
    return matchmaking_of(event) or abort(redirect(url_for("matchmaking.organiser_meetings", event_id=event.id)))
