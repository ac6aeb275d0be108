"""Suggestions, meeting requests and meetings of an event, and the timetable that is made of them.

The matching score in `matchmaking/score` is a pure library, as the planner is.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.matchmaking import blueprint, models  # noqa: F401
    from elmo_events.matchmaking.emails import repair as repair_letters  # noqa: F401
    from elmo_events.matchmaking.jobs import repair as repair_jobs  # noqa: F401
    from elmo_events.matchmaking.organiser_views import matrix, settings, start, weights  # noqa: F401
    from elmo_events.matchmaking.receivers import repair, timetable
    from elmo_events.matchmaking.views import tabs

    repair.register()
    timetable.register()
    _register_requests()
    tabs.register(app)
    app.register_blueprint(blueprint.blueprint)


def _register_requests() -> None:
    from elmo_events.matchmaking import retention
    from elmo_events.matchmaking.emails import meeting_letters, request_letters  # noqa: F401  (importing registers them)
    from elmo_events.matchmaking.jobs import requests  # noqa: F401  (importing registers it)
    from elmo_events.matchmaking.receivers import events, profiles, registration

    for receiver in (events, profiles, registration, retention):
        receiver.register()
