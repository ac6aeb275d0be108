"""Front page, about, accessibility statement, privacy, cookies and feedback; what machines ask of a site."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.site import blueprint, retention  # noqa: F401  (retention registers what it forgets)
    from elmo_events.site.views import feedback, feedback_cases, machines, pages  # noqa: F401  (on the blueprint)

    app.register_blueprint(blueprint.blueprint)
