"""Commands that no feature owns: preparing an instance, the worker, looking after the database."""

import click
from flask import Flask, current_app


def register(app: Flask) -> None:
    app.cli.add_command(migrate)
    app.cli.add_command(worker)


@click.command()
def migrate() -> None:
    """Bring the database to the newest version."""
    from flask_migrate import upgrade  # brings alembic: only this command needs it

    upgrade()


@click.command()
def worker() -> None:
    """Run background jobs until stopped: e-mails, reminders, forgetting."""
    from elmo_events.foundation.worker import work

    work(current_app._get_current_object())  # type: ignore[attr-defined]
