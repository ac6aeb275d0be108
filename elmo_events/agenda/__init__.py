"""One person's own day: sessions and meetings, as page and calendar; and what happens at the tables."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.agenda import blueprint, models  # noqa: F401

    app.register_blueprint(blueprint.blueprint)
