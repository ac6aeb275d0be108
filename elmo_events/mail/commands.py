"""`elmo mail`: how the outbox is doing."""

import click

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.mail import actions, queries


@click.group()
def mail() -> None:
    """The outbox."""


@mail.command()
def status() -> None:
    """How many e-mails wait, are being sent, were sent, failed."""
    for state, number in sorted(queries.numbers_by_state().items()):
        click.echo(f"{state:10} {number:8}")


@mail.command()
def retry() -> None:
    """Let every e-mail that was given up be sent anew, once the trouble is over. The worker sends them."""
    with transaction():
        number = actions.send_failed_again()
    click.echo(f"{number} e-mails wait to be sent again.")


@mail.command()
def send() -> None:
    """Send everything that is due, now."""
    with click.progressbar(queries.due(now(), most=100_000), label="Sending") as numbers:
        for number in numbers:
            actions.deliver(number)
