"""ELMO Events: event registration and matchmaking for networks of regions.

`create_app` reads the settings and lets each feature register itself, lowest first. Nothing else happens here.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(**overrides: Any) -> "Flask":
    """Build the application from the environment; `overrides` replace single settings (tests use them)."""
    from flask import Flask

    from elmo_events import (
        accounts,
        agenda,
        attendees,
        config,
        dashboard,
        demo,
        events,
        foundation,
        mail,
        matchmaking,
        network,
        organisers,
        profiles,
        registration,
        site,
        timetable,
    )

    app = Flask(
        __name__,
        template_folder=str(config.folder("templates")),
        static_folder=str(config.folder("static")),
    )
    config.configure(app, overrides)
    features = (
        foundation, mail, accounts, network, organisers, events, registration, attendees, profiles, timetable, matchmaking,
        agenda, dashboard, site, demo,
    )  # fmt: skip
    for feature in features:
        feature.register(app)
    return app
