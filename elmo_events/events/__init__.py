"""Events: their parts, programme, admissions and publication; public pages and calendars."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.events import blueprint
    from elmo_events.events.views import event_lists, event_page, feeds, words  # noqa: F401  (they hang on the blueprint)

    words.register(app)
    app.register_blueprint(blueprint.blueprint)
