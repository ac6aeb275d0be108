"""Blocks, slots and tables of an event, and the slots that people can't use.

The planner in `timetable/planner` is a pure library: no database, no web, no wall clock.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.timetable import blueprint, models, receivers  # noqa: F401
    from elmo_events.timetable.organiser_views import blocks, tables  # noqa: F401

    app.jinja_env.globals["is_page"] = app.view_functions.__contains__  # the tabs lead to pages of higher features
    receivers.register()
    app.register_blueprint(blueprint.blueprint)
