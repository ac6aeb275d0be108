"""One's own registration, behind the personal link: what it is, its calendar and its data."""

import json
from typing import Any

from flask import Response

from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.registration import queries
from elmo_events.registration.blueprint import blueprint
from elmo_events.registration.calendars import own_calendar as calendar_of
from elmo_events.registration.labels import STATE_LABELS
from elmo_events.registration.queries.further import further_links
from elmo_events.registration.rules import ACTIVE
from elmo_events.registration.views.personal import personal, registration_or_404
from elmo_events.registration.views.summary import registration_facts, told_facts


@open_to_all
@blueprint.get("/<language>/registrations/<token>")
def own_registration(token: str) -> Any:
    registration = registration_or_404(token)
    event = registration.event
    may_give_up = registration.may_be_given_up_at(now())
    return personal(
        page(
            "registration/own_registration.html",
            registration=registration,
            event=event,
            token=token,
            state_label=str(STATE_LABELS[registration.state]),
            position=queries.queue_position(registration),
            facts=registration_facts(registration),
            told=told_facts(registration, queries.needs(registration)),
            joining_link=registration.joining_link,
            further=further_links(registration, current_language()),
            may_change=registration.may_be_changed_at(now()),
            may_cancel=registration.state in ACTIVE and may_give_up and not event.is_past_at(now()),
            may_erase=may_give_up,
        )
    )


@open_to_all
@blueprint.get("/<language>/registrations/<token>/calendar.ics")
def own_calendar(token: str) -> Response:
    registration = registration_or_404(token)
    written = calendar_of(registration, current_language(), "PUBLISH")
    response = personal(Response(written, content_type="text/calendar; charset=utf-8"))
    response.headers["Content-Disposition"] = f"attachment; filename=elmo-{registration.event.slug}.ics"
    return response


@open_to_all
@blueprint.get("/<language>/registrations/<token>/data.json")
def own_data(token: str) -> Response:
    """Everything that is kept about somebody, for them to take along."""
    registration = registration_or_404(token)
    written = json.dumps(queries.everything_about(registration), ensure_ascii=False, indent=2)
    response = personal(Response(written, content_type="application/json; charset=utf-8"))
    response.headers["Content-Disposition"] = f"attachment; filename=elmo-{registration.event.slug}.json"
    return response
