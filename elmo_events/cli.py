"""The `elmo` command: it holds every command of the product.

`elmo run` stays light: the web server and the worker are processes of their own and load the application themselves.
"""

import sys

import click
from flask import Flask
from flask.cli import FlaskGroup

from elmo_events import config, create_app
from elmo_events.foundation import supervisor


def create_command_line_app() -> Flask:
    from flask_migrate import Migrate  # alembic costs 50 MB that no web process needs

    from elmo_events.foundation.database import db

    app = create_app()
    Migrate(app, db, directory=str(config.folder("migrations")), render_as_batch=True)
    return app


@click.group(cls=FlaskGroup, create_app=create_command_line_app, add_default_commands=False, add_version_option=False)
def elmo() -> None:
    """ELMO Events: event registration and matchmaking."""


@elmo.command(with_appcontext=False)
def run() -> None:
    """Serve the product: web server and worker, until Ctrl-C."""
    sys.exit(supervisor.run(config.read_settings(supervisor.environment(), {})))


def main() -> None:
    try:
        elmo()
    except config.SettingsError as error:
        raise SystemExit(f"elmo: {error}") from error
