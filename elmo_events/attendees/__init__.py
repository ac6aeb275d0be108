"""The organiser's list of who comes: search, filters, exports, and each registration with its history."""

from flask import Flask

from elmo_events.foundation.access import belongs_to


def register(app: Flask) -> None:
    from elmo_events.attendees import blueprint
    from elmo_events.attendees.queries import one_registration
    from elmo_events.attendees.views import (  # noqa: F401  (they hang on the blueprint)
        attendee_list,
        by_hand,
        registration_page,
        special_needs,
    )

    belongs_to(app, "registration_id", one_registration.organiser_id_of_registration)
    app.register_blueprint(blueprint.blueprint)
