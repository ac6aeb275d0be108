"""Pictures of profiles, and the marks that their addresses need."""

from collections.abc import Iterable

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.profiles.models import Profile, ProfilePicture


def picture_of(profile: Profile) -> ProfilePicture | None:
    return db.session.get(ProfilePicture, profile.id)


def picture_mark(profile: Profile) -> str | None:
    return picture_marks([profile.id]).get(profile.id)


def picture_marks(profile_ids: Iterable[int]) -> dict[int, str]:
    """The marks of those who have a picture, by profile: one question for a whole list."""
    asked = select(ProfilePicture.profile_id, ProfilePicture.mark).where(
        ProfilePicture.profile_id.in_(set(profile_ids))
    )
    return dict(db.session.execute(asked).all())
