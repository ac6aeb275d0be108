"""`elmo forget`: what the nightly job does, now."""

import click

from elmo_events.foundation.retention import forget_what_is_due


@click.command()
def forget() -> None:
    """Forget what is due to be forgotten, and say how much it was."""
    for what, number in forget_what_is_due().items():
        click.echo(f"{what}: {number}")
