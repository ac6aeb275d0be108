"""Commands that no feature owns: preparing an instance, the worker, looking after the database."""

from pathlib import Path

import click
from flask import Flask, current_app

from elmo_events.foundation import backups
from elmo_events.foundation.worker import work


def register(app: Flask) -> None:
    for command in (migrate, worker, backup, restore):
        app.cli.add_command(command)


@click.command()
def migrate() -> None:
    """Bring the database to the newest version."""
    from flask_migrate import upgrade  # brings alembic: only this command needs it

    upgrade()


@click.command()
def worker() -> None:
    """Run background jobs until stopped: e-mails, reminders, forgetting."""
    work(current_app._get_current_object())  # type: ignore[attr-defined]


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write database and keys into FILE, while the product runs. Keep it safe: it holds everything."""
    try:
        backups.back_up(file)
    except backups.BackupError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Written: {file}")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option(prompt="This replaces the database and the keys that are there. Go on?")
def restore(file: Path) -> None:
    """Bring database and keys back from FILE, over what is there. Stop the product first."""
    try:
        backups.restore(file)
    except backups.BackupError as error:
        raise click.ClickException(str(error)) from error
    click.echo("Restored. Run `elmo migrate`, then start the product.")
