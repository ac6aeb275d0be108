"""The command that fills the demo in."""

import click
from flask import current_app

from elmo_events.demo import actions
from elmo_events.demo.content import organisers
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction


@click.command()
@click.option(
    "--if-empty",
    is_flag=True,
    help="Where something is in the database, only say who can sign in; in production, nothing.",
)
def demo(if_empty: bool) -> None:
    """Fill an empty database with the demo: organisers, accounts, events, registrations."""
    if current_app.config["ELMO_MODE"] != "demo":
        if if_empty:
            return
        raise click.ClickException("Demo content is for demo mode only: set ELMO_MODE=demo.")
    if not actions.is_empty():
        if if_empty:
            click.echo(sign_ins())
            return
        raise click.ClickException("The database isn't empty. Choose a new folder with ELMO_INSTANCE.")
    with transaction(), click.progressbar(actions.Demo(now()).steps(), label="Demo content") as steps:
        for take in steps:
            take()
    click.echo(sign_ins())


def sign_ins() -> str:
    """Who can sign in to the demo, and with what password."""
    lines = [f"Sign in with the password {organisers.PASSWORD} as"]
    lines.append(f"  {organisers.ADMINISTRATOR[1]:<38} network administrator")
    for organiser in organisers.ORGANISERS:
        lines += [f"  {email:<38} {role} at {organiser.name['en']}" for email, _, role, _ in organiser.accounts]
    return "\n".join(lines)
