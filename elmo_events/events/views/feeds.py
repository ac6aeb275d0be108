"""Upcoming events for other programs: a calendar to subscribe to and an Atom feed. Both honour the list's filters."""

from flask import Response, render_template, request
from flask_babel import gettext as _

from elmo_events.events.blueprint import blueprint
from elmo_events.events.calendar import events_calendar
from elmo_events.events.queries import public
from elmo_events.events.queries.filters import Filters
from elmo_events.events.views.event_page import calendar_response
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import external_url


@open_to_all
@blueprint.get("/<language>/events.ics")
def upcoming_calendar() -> Response:
    events = public.upcoming_with_parts(now(), Filters.of(request.args))
    with_address = [(event, external_url("events.event_page", slug=event.slug)) for event in events]
    return calendar_response(events_calendar(with_address, current_language(), _("ELMO Events")), "elmo-events.ics")


@open_to_all
@blueprint.get("/<language>/events.atom")
def upcoming_feed() -> Response:
    filters = Filters.of(request.args)
    written = render_template(
        "events/upcoming_feed.xml",
        events=public.upcoming_with_parts(now(), filters, number=100),
        external_url=external_url,
        feed_url=external_url("events.upcoming_feed", **filters.chosen),
        list_url=external_url("events.upcoming_events", **filters.chosen),
    )
    return Response(written, content_type="application/atom+xml; charset=utf-8")
