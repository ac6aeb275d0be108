"""Commands that no feature owns: preparing an instance, the worker, looking after the database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import Flask, current_app

from elmo_events.foundation import backup, search
from elmo_events.foundation.jobs import run_now
from elmo_events.foundation.worker import work

NICENESS = 10


def register(app: Flask) -> None:
    for command in (migrate, worker, run_job, back_up, restore, searching):
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


@click.command("run-job", hidden=True)
@click.argument("name")
@click.argument("ids", type=int, nargs=-1)
def run_job(name: str, ids: tuple[int, ...]) -> None:
    """Run one job here: the worker starts long ones so. It gives way to whatever else the machine has to do."""
    os.nice(NICENESS)
    run_now(name, *ids)


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def back_up(file: Path) -> None:
    """Write database and keys into FILE, while the product runs. Keep it safe: it holds everything."""
    with saying_why_not(), click.progressbar(length=0, label="Backup") as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        backup.make(current_app.config, file, show)
    click.echo(f"Written: {file}")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option(prompt="This replaces the database and the keys that are there. Go on?")
def restore(file: Path) -> None:
    """Bring database and keys back from FILE, over what is there. Stop the product first."""
    with saying_why_not():
        backup.bring_back(current_app.config, file)
    click.echo("Restored. Run `elmo migrate`, then start the product.")


@click.group("search")
def searching() -> None:
    """Look after what can be found."""


@searching.command()
def rebuild() -> None:
    """Make the index of words anew, while the product runs: after names of themes or regions have changed."""
    for kind, number in search.rebuild().items():
        click.echo(f"{kind}: {number}")


@contextmanager
def saying_why_not() -> Iterator[None]:
    try:
        yield
    except backup.BackupError as error:
        raise click.ClickException(str(error)) from error
