"""What we do when a profile changes, a block list too, or is erased; inside the transaction that says so."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.matchmaking.actions.forget import forget
from elmo_events.matchmaking.actions.leave import leave, part
from elmo_events.matchmaking.models import Participation
from elmo_events.profiles.models import Profile
from elmo_events.profiles.signals import profile_changed, profile_erased


def register() -> None:
    profile_changed.connect(part_from_others)
    profile_erased.connect(forget_profile)


def part_from_others(profile: Profile, **_: Any) -> None:
    """Writes: those whom this person may not see any more, or avoids, are parted from them."""
    for participation in _participations(profile):
        part(participation)


def forget_profile(profile: Profile, **_: Any) -> None:
    """Writes: this person takes part nowhere any more, and is forgotten at events that are over."""
    for participation in _participations(profile):
        if not participation.event.is_past_at(now()):
            leave(participation)
        forget(participation)


def _participations(profile: Profile) -> Sequence[Participation]:
    """In one order for all, so that no two wait for each other."""
    return db.session.scalars(
        select(Participation).where(Participation.profile_id == profile.id).order_by(Participation.event_id)
    ).all()
