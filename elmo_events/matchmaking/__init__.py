"""Suggestions, meeting requests and meetings of an event, and the timetable that is made of them.

The matching score in `matchmaking/score` is a pure library, as the planner is.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.matchmaking import blueprint, models, retention  # noqa: F401
    from elmo_events.matchmaking.emails import (  # noqa: F401
        invitation,
        meeting_letters,
        request_letters,
    )
    from elmo_events.matchmaking.emails import repair as repair_letters  # noqa: F401
    from elmo_events.matchmaking.emails import timetable as timetable_letters  # noqa: F401
    from elmo_events.matchmaking.jobs import plans as plan_jobs  # noqa: F401
    from elmo_events.matchmaking.jobs import repair as repair_jobs  # noqa: F401
    from elmo_events.matchmaking.jobs import requests as request_jobs  # noqa: F401
    from elmo_events.matchmaking.jobs import suggestions as suggestion_jobs  # noqa: F401
    from elmo_events.matchmaking.organiser_views import (  # noqa: F401
        acting,
        board,
        matrix,
        participants,
        plans,
        rounds,
        settings,
        start,
        weights,
        what_if,
    )
    from elmo_events.matchmaking.organiser_views import publish as publish_page  # noqa: F401
    from elmo_events.matchmaking.queries import kept  # noqa: F401  (importing it registers what it tells)
    from elmo_events.matchmaking.receivers import (
        copies,
        events,
        network,
        profiles,
        recommending,
        registration,
        repair,
        timetable,
    )
    from elmo_events.matchmaking.views import (  # noqa: F401
        answer_by_link,
        ask,
        availability,
        join,
        leave,
        meetings,
        people,
        person,
        recommended,
        requests,
        tabs,
    )

    for part in (copies, events, network, profiles, recommending, registration, repair, timetable, retention):
        part.register()
    tabs.register(app)
    app.register_blueprint(blueprint.blueprint)
