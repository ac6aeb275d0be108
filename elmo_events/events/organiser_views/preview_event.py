"""The public page of an event as visitors will see it, for its organiser only."""

from elmo_events.events.blueprint import blueprint
from elmo_events.events.guards import event_of
from elmo_events.events.views.event_page import show
from elmo_events.foundation.access import organiser_role


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/preview")
def preview_event(event_id: int) -> tuple[str, int]:
    return show(event_of(event_id), preview=True)
