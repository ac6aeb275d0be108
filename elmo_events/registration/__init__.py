"""Sign-up, places, waiting list, change and cancellation."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.registration import blueprint
    from elmo_events.registration.views import sign_up  # noqa: F401  (it hangs on the blueprint)

    app.register_blueprint(blueprint.blueprint)
