"""The tabs over all pages of a participant's meetings, those of the agenda too; the way there from the page of the event."""

from typing import Any

from flask import Flask, current_app, request, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import signed_in_account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.matchmaking.queries.overview import to_answer
from elmo_events.matchmaking.queries.participations import matchmaking_of, own_participation


def register(app: Flask) -> None:
    app.jinja_env.globals.update(meeting_tabs=meeting_tabs, meetings_url=meetings_url)


def meetings_url(event: Event) -> str:
    """Where people meet one to one at an event that is to come; empty where they don't."""
    is_ahead = event.state == EventState.PUBLISHED and not event.is_past_at(now())
    return url_for("matchmaking.meetings", slug=event.slug) if is_ahead and matchmaking_of(event) else ""


def meeting_tabs(event: Event) -> list[tuple[Any, ...]]:
    """What the macro `tabs` takes; empty for those who don't take part."""
    account = signed_in_account()
    participation = own_participation(event, account) if account and matchmaking_of(event) else None
    if participation is None:
        return []
    sections: list[tuple[str, str, int | None]] = [
        ("matchmaking.meetings", _("Overview"), None),
        ("matchmaking.recommended", _("Recommended"), None),
        ("matchmaking.people", _("People"), None),
        ("matchmaking.requests", _("Requests"), to_answer(participation) or None),
        ("agenda.own_agenda", _("My agenda"), None),
        ("matchmaking.availability", _("When I can meet"), None),
    ]
    return [
        (label, url_for(endpoint, slug=event.slug), request.endpoint == endpoint, count)
        for endpoint, label, count in sections
        if endpoint in current_app.view_functions
    ]
