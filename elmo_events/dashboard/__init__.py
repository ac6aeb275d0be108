"""Figures and charts of meetings for organisers and the network; a cell that stands for fewer than five people is hidden."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.dashboard import blueprint
    from elmo_events.dashboard.views import event_meetings, network_meetings  # noqa: F401  (they hang on the blueprint)

    app.register_blueprint(blueprint.blueprint)
