"""What follows from every change to a profile: it counts as confirmed, is found by its new words, and meetings hear of it."""

from elmo_events.foundation import search
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import ABOUT
from elmo_events.profiles.signals import profile_changed


def note_change(profile: Profile) -> None:
    """Writes: when it changed, its search document, and whatever higher features make of it."""
    profile.changed_at = now()
    db.session.flush()
    make_findable(profile)
    profile_changed.send(profile)


def make_findable(profile: Profile) -> None:
    """Writes: the search document. What its owner has closed is not found."""
    known, kind = profile.known_organisation, profile.organisation_type
    open_ones = [one for one in profile.statements if one.closed_at is None]
    search.index(
        ABOUT,
        profile.id,
        profile.name,
        profile.job_title,
        profile.organisation,
        *((one.name for one in known.names) if known else ()),
        kind.name if kind else None,
        profile.expertise,
        *(theme.name for theme in profile.themes),
        *(one.title for one in open_ones),
        *(one.text for one in open_ones),
        *(one.theme.name for one in open_ones if one.theme),
    )
