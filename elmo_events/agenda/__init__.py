"""One person's own day: sessions and meetings, as page and calendar; and what happens at the tables."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.agenda import blueprint, emails, jobs, models  # noqa: F401
    from elmo_events.agenda.organiser_views import day, room  # noqa: F401  (they hang on the blueprint)
    from elmo_events.agenda.views import feed, feedback, own_agenda, repair, table, wall  # noqa: F401

    app.register_blueprint(blueprint.blueprint)
