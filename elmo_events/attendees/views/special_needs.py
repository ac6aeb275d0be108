"""Food without names, accessibility needs with them: each look is noted in the audit log."""

from elmo_events.attendees import actions
from elmo_events.attendees.blueprint import blueprint
from elmo_events.attendees.queries import special_needs as queries
from elmo_events.attendees.views.event_pages import attendee_page
from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.organisers.guards import member


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/catering")
def catering(event_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    with transaction():
        actions.note_look_at_needs(event, member(), "diets without names")
    return attendee_page("attendees/catering.html", event, meals=queries.meals(event))


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/accessibility-needs")
def accessibility_needs(event_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    with transaction():
        actions.note_look_at_needs(event, member(), "accessibility needs")
    return attendee_page("attendees/accessibility_needs.html", event, needs=queries.accessibility_needs(event))
