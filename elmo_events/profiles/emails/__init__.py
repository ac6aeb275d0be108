"""What we write to owners of profiles: whether what they said is still open, and that an idle profile will be erased."""

from datetime import datetime

from elmo_events.mail.actions import write
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import ABOUT

STILL_OPEN, WARNING = "profiles.still_open", "profiles.warning"


def still_open(profile: Profile, moment: datetime) -> None:
    _write(STILL_OPEN, profile, moment)


def warning(profile: Profile, moment: datetime) -> None:
    _write(WARNING, profile, moment)


def _write(kind: str, profile: Profile, moment: datetime) -> None:
    account = profile.account
    write(
        kind,
        to_name=profile.name,
        to_address=account.email,
        language=account.language,
        about=(ABOUT, profile.id),
        once=f"{kind} {profile.id} {moment.date().isoformat()}",
    )
