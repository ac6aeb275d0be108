"""Sign-up, places, waiting list, change and cancellation."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.registration import blueprint, commands, jobs, receivers, retention
    from elmo_events.registration.emails import letters  # noqa: F401  (importing it registers them)
    from elmo_events.registration.views import (  # noqa: F401  (on the blueprint)
        my_registrations,
        own_changes,
        own_registration,
        participants,
        sign_up,
    )

    receivers.register()
    retention.register()
    jobs.register()
    app.cli.add_command(commands.forget)
    app.register_blueprint(blueprint.blueprint)
