"""The start page of an event's meetings: what they are and how to take part, or what to do next."""

from typing import Any

from flask import url_for

from elmo_events.accounts.guards import signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.guards import event_with_meetings
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries import joining
from elmo_events.matchmaking.queries.overview import overview
from elmo_events.matchmaking.queries.participations import count_participations, own_participation
from elmo_events.matchmaking.queries.people import count_people
from elmo_events.profiles.rules import Visibility
from elmo_events.timetable.queries import blocks


@open_to_all
@blueprint.get("/<language>/events/<slug>/meetings")
def meetings(slug: str) -> Any:
    event, matchmaking = event_with_meetings(slug)
    account = signed_in_account()
    participation = own_participation(event, account) if account else None
    if participation is not None and event.state == EventState.PUBLISHED:
        return _overview(event, matchmaking, participation)
    return page(
        "matchmaking/meetings.html",
        event=event,
        matchmaking=matchmaking,
        blocks=blocks(event),
        people=count_participations(event),
        can_join=event.state == EventState.PUBLISHED and not event.is_past_at(now()),
        step=_step(event, account),
        joining=url_for(".join", slug=slug),
    )


def _overview(event: Event, matchmaking: Matchmaking, participation: Participation) -> Any:
    return page(
        "matchmaking/overview.html",
        event=event,
        matchmaking=matchmaking,
        participation=participation,
        overview=overview(participation),
        people=count_people(participation),
    )


def _step(event: Event, account: Account | None) -> str:
    """What stands between the visitor and the meetings: sign-in, register, profile, hidden; or nothing: join."""
    if account is None:
        return "sign-in"
    if not joining.registrations_to_join(event, account):
        return "register"
    profile = joining.profile_of(account)
    if profile is None:
        return "profile"
    return "hidden" if profile.visibility == Visibility.HIDDEN else "join"
