"""The councils that run events: their members, roles and privacy notices."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.organisers import blueprint, guards, retention
    from elmo_events.organisers.views import (  # noqa: F401  (they hang on the blueprint)
        audit_log,
        members,
        network_organisers,
        privacy_notice,
        settings,
        start,
    )

    guards.register(app)
    retention.register()
    app.register_blueprint(blueprint.blueprint)
