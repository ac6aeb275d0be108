"""Profiles of those who stay away for a year are erased, a month after a warning; letters about them after a month."""

from datetime import datetime

from elmo_events.foundation.retention import forgets
from elmo_events.mail import actions as mail
from elmo_events.profiles.actions import erase
from elmo_events.profiles.queries.asking import to_be_erased
from elmo_events.profiles.rules import ABOUT


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("idle profiles")
def forget_idle(moment: datetime) -> int:
    """Writes: profiles that nobody came back for are erased. Returns how many."""
    due = to_be_erased(moment)
    for profile in due:
        erase(profile)
    return len(due)


@forgets("letters about profiles")
def forget_letters(moment: datetime) -> int:
    """Writes: what was sent to owners of profiles is gone, with the addresses that it went to."""
    return mail.forget(ABOUT, moment)
