"""Commands of the network's content."""

import click

from elmo_events.foundation import lemmas
from elmo_events.foundation.database import transaction
from elmo_events.network import actions


@click.command("setup")
def set_up() -> None:
    """Fill in regions, themes and organisation types: the first step in production. Running it again changes nothing."""
    with transaction():
        written = actions.fill_in_reference()
    lemmas.prepare()
    click.echo(f"Reference content is in place ({written} rows written).")
