"""Suggestions, meeting requests and meetings of an event, and the timetable that is made of them.

The matching score in `matchmaking/score` is a pure library, as the planner is.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.matchmaking import blueprint, models  # noqa: F401
    from elmo_events.matchmaking.organiser_views import start  # noqa: F401
    from elmo_events.matchmaking.receivers import timetable
    from elmo_events.matchmaking.views import tabs

    timetable.register()
    tabs.register(app)
    app.register_blueprint(blueprint.blueprint)
