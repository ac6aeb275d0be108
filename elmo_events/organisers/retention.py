"""What an organiser's members were told by e-mail is forgotten as all letters are."""

from datetime import datetime

from elmo_events.foundation.retention import forgets
from elmo_events.mail import actions as mail


def register() -> None:
    """Importing this module has registered what it forgets."""


@forgets("letters to members")
def forget_letters(moment: datetime) -> int:
    """Writes: the letters about memberships are gone, with the addresses that they went to."""
    return mail.forget("organiser", moment)
