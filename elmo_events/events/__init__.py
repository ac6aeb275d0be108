"""Events: their parts, programme, admissions and publication; public pages and calendars."""

from flask import Flask

from elmo_events.foundation.access import belongs_to


def register(app: Flask) -> None:
    from elmo_events.events import blueprint
    from elmo_events.events.organiser_views import (  # noqa: F401  (they hang on the blueprint)
        decisions,
        edit_event,
        event_list,
        new_event,
        preview_event,
    )
    from elmo_events.events.queries import organiser
    from elmo_events.events.views import event_lists, event_page, feeds, words  # noqa: F401  (they hang on the blueprint)

    words.register(app)
    belongs_to(app, "event_id", organiser.organiser_id_of_event)
    app.register_blueprint(blueprint.blueprint)
