"""One's own agenda for calendar programs, behind a secret address."""

from typing import Any

from flask import Response, abort, request

from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.calendar import agenda_calendar
from elmo_events.agenda.queries.day import own_of
from elmo_events.agenda.queries.feeds import registration_by_token
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.links import external_url
from elmo_events.foundation.rate_limits import limit

MOST_AN_HOUR = 120  # for one address: several devices of one person


@open_to_all
@blueprint.get("/<language>/agenda/<token>.ics")
def feed(token: str) -> Any:
    registration = registration_by_token(token) or abort(404)
    limit("agenda feed", str(registration.id), MOST_AN_HOUR, 3600)
    own = own_of(registration)
    written = agenda_calendar(own, external_url("agenda.own_agenda", slug=own.event.slug))
    response = Response(written, content_type="text/calendar; charset=utf-8")
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Disposition"] = f"inline; filename=elmo-{own.event.slug}.ics"
    response.add_etag()
    return response.make_conditional(request)
