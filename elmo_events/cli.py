"""The `elmo` command: it holds every command of the product.

`elmo run` stays light: the web server and the worker are processes of their own and load the application themselves.
"""

import sys
from collections.abc import Mapping
from typing import Any

import click
from flask import Flask
from flask.cli import AppGroup, FlaskGroup, ScriptInfo

from elmo_events import config, create_app
from elmo_events.foundation import supervisor
from elmo_events.timetable.commands import timetable

CHANGES_TABLES = {"db", "migrate"}


class ElmoGroup(FlaskGroup):
    """Loads Alembic for the commands that change tables only: it costs 50 MB, which the worker does without."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.params = []  # --app, --env-file and --debug are for a choice of applications: this command has one

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in CHANGES_TABLES:
            ctx.ensure_object(ScriptInfo).create_app = create_app_with_migrations
            return super().get_command(ctx, cmd_name)
        return AppGroup.get_command(self, ctx, cmd_name) or self._command_of_application(ctx, cmd_name)

    def _command_of_application(self, ctx: click.Context, name: str) -> click.Command | None:
        app = ctx.ensure_object(ScriptInfo).load_app()
        ctx.with_resource(app.app_context())
        return app.cli.get_command(ctx, name)


def create_app_with_migrations() -> Flask:
    from flask_migrate import Migrate  # brings Alembic

    from elmo_events.foundation.database import db  # known by now: the application was created

    app = create_app()
    Migrate(app, db, directory=str(config.folder("migrations")), render_as_batch=True)
    return app


@click.group(
    cls=ElmoGroup, create_app=create_app, add_default_commands=False, add_version_option=False, load_dotenv=False
)
def elmo() -> None:
    """ELMO Events: event registration and matchmaking."""


@elmo.command(with_appcontext=False)
def run() -> None:
    """Serve the product: web server and worker, until Ctrl-C."""
    settings = config.checked_settings(supervisor.environment(), {})
    if not supervisor.can_listen(settings["HOST"], settings["PORT"]):
        raise click.ClickException(f"Port {settings['PORT']} is taken. Choose another: PORT={settings['PORT'] + 1}")
    click.echo(f"ELMO Events    {settings['ELMO_BASE_URL']}/")
    click.echo(f"Listens on     {settings['HOST']}, port {settings['PORT']}")
    click.echo(f"E-mail         {where_mail_goes(settings)}")
    click.echo("Ctrl-C ends it.")
    sys.exit(supervisor.run(settings))


elmo.add_command(timetable)  # needs neither settings nor a database


def where_mail_goes(settings: Mapping[str, Any]) -> str:
    if settings["MAIL_SERVER"]:
        return f"goes out through {settings['MAIL_SERVER']}:{settings['MAIL_PORT']}"
    return f"is read at {settings['ELMO_BASE_URL']}/mailbox (nothing leaves this machine)"


def main() -> None:
    try:
        elmo()
    except config.SettingsError as error:
        raise SystemExit(f"elmo: {error}") from error
