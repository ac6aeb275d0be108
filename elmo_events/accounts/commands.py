"""Commands about accounts."""

import click
from flask import current_app
from flask.cli import AppGroup

from elmo_events.accounts import actions, emails, queries, rules
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import UI_LANGUAGES
from elmo_events.foundation.refusals import Refusal

account = AppGroup("account", help="Who can sign in.")


@account.command("add")
@click.argument("email")
@click.option("--name", required=True, help="The person's name.")
@click.option("--language", type=click.Choice(list(UI_LANGUAGES)), default="fi", show_default=True)
@click.option("--administrator", is_flag=True, help="Make the person a network administrator.")
def add(email: str, name: str, language: str, administrator: bool) -> None:
    """Open an account and print the link that sets its password. No e-mail is sent."""
    try:
        with transaction():
            opened = actions.open_account(email, name, language, administrator)
            actions.record(None, "account opened", ("account", opened.id), administrator=administrator)
    except Refusal as refusal:
        raise click.ClickException(str(refusal.sentence)) from refusal
    with current_app.test_request_context():
        link = emails.password_url(opened, emails.INVITATION)
    click.echo(f"Within {rules.INVITATION_LASTS.days} days, set the password at:\n{link}")


@account.command("list")
def list_accounts() -> None:
    """Everybody who has an account."""
    for one in queries.accounts():
        marks = [
            mark
            for mark, holds in (
                ("administrator", one.is_network_administrator),
                ("no password yet", one.password_hash is None),
                ("closed", one.closed_at is not None),
            )
            if holds
        ]
        click.echo(f"{one.id:>5}  {one.email:<40} {one.name}" + (f"  ({', '.join(marks)})" if marks else ""))
