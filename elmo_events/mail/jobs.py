"""The worker's part of the outbox."""

from elmo_events.foundation.clock import now
from elmo_events.foundation.jobs import every, job
from elmo_events.mail import actions, queries


def register() -> None:
    """Importing this module has registered its jobs."""


@job("mail.deliver")
def deliver(number: int) -> None:
    actions.deliver(number)


@every(minutes=1)
def sweep() -> None:
    """Send what is due and what a crash left behind."""
    for number in queries.due(now()):
        actions.deliver(number)
