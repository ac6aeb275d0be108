"""Whose pages are these? Pages about the meetings of an event are for those who take part in them."""

from typing import NamedTuple

from flask import abort, redirect, url_for

from elmo_events.accounts.guards import signed_in_account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.participations import matchmaking_of, own_participation
from elmo_events.registration.queries import public_event


class TakingPart(NamedTuple):
    """Somebody who takes part in the meetings of an event."""

    event: Event
    matchmaking: Matchmaking
    participation: Participation


def event_with_meetings(slug: str) -> tuple[Event, Matchmaking]:
    """404 where there is no such event, or no meetings at it."""
    event = public_event(slug) or abort(404)
    return event, matchmaking_of(event) or abort(404)


def taking_part(slug: str) -> TakingPart:
    """404 as above; to the start page of the meetings for those who don't take part, or when the event is cancelled."""
    event, matchmaking = event_with_meetings(slug)
    account = signed_in_account()
    participation = own_participation(event, account) if account else None
    if participation is None or event.state != EventState.PUBLISHED:
        abort(redirect(url_for("matchmaking.meetings", slug=slug)))
    return TakingPart(event, matchmaking, participation)
