"""Who comes: for those who come themselves, behind their personal link."""

from typing import Any

from flask import abort

from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.pages import page
from elmo_events.registration import queries
from elmo_events.registration.blueprint import blueprint
from elmo_events.registration.views.personal import personal, registration_or_404


@open_to_all
@blueprint.get("/<language>/registrations/<token>/participants")
def participants(token: str) -> Any:
    registration = registration_or_404(token)
    if not registration.may_see_participants:
        abort(404)
    event = registration.event
    listed = queries.participants_listed(event)
    return personal(
        page(
            "registration/participants.html",
            registration=registration,
            event=event,
            token=token,
            listed=listed,
            others=queries.participants(event) - len(listed),
            may_change=not event.is_past_at(now()),
        )
    )
