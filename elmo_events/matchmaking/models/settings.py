"""Tables of an event's matchmaking and of those who take part in it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.matchmaking.rules import REQUEST_LASTS_DAYS, MatchmakingMode
from elmo_events.profiles.models import Profile
from elmo_events.registration.models import Registration


class Matchmaking(Base):
    """An event has matchmaking when it has this row and `is_on`; what the organiser decided about it.

    `forbidden_types`: pairs of organisation types (slugs) that may not meet. `weights`: of the matching score, by part;
    empty: the score's own. `video_address`: of a video room, with `{meeting}` in it; without it only tables of kind video
    hold online meetings. `published_at`: when people first saw a timetable.
    """

    __tablename__ = "matchmaking"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), primary_key=True)
    is_on: Mapped[bool] = mapped_column(default=True)
    mode: Mapped[MatchmakingMode] = mapped_column(String(10), default=MatchmakingMode.PLANNED)
    opens_at: Mapped[datetime | None]  # when requests can be made; None: as soon as it is on
    closes_at: Mapped[datetime | None]  # None: until the last slot begins
    request_lasts_days: Mapped[int] = mapped_column(default=REQUEST_LASTS_DAYS)
    most_requests: Mapped[int | None]  # pending ones, that one person has sent
    most_meetings: Mapped[int | None]  # of one person
    most_in_a_row: Mapped[int | None] = mapped_column(default=5)
    forbidden_types: Mapped[list[Any]] = mapped_column(default=list)
    weights: Mapped[dict[str, Any]] = mapped_column(default=dict)
    video_address: Mapped[str] = mapped_column(String(500), default="")
    published_at: Mapped[datetime | None]
    published_plan_id: Mapped[int | None]  # whose certificate stands beside the published timetable
    draft_plan_id: Mapped[int | None]  # whose certificate stands beside the draft
    suggestions_asked_at: Mapped[
        datetime | None
    ]  # something changed: the lists of recommended people wait to be made anew
    suggestions_made_at: Mapped[datetime | None]
    wall_version: Mapped[int] = mapped_column(default=1)  # a new one ends the old address of the wall display
    created_at: Mapped[datetime] = mapped_column(default=now)

    event: Mapped[Event] = relationship()


class Participation(Base):
    """One person's part in the matchmaking of one event: a registration that has said yes, with a profile.

    It counts only while the registration is confirmed and the person has not left: ask `queries.participations`. The row
    outlives the profile, for the counts: then `profile_id` is empty, and `kept_…` say what statistics need of it.
    """

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("event_id", "profile_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), unique=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="SET NULL"), nullable=True, index=True)
    joined_at: Mapped[datetime] = mapped_column(default=now)
    left_at: Mapped[datetime | None]  # they may join again
    arrived_at: Mapped[datetime | None]  # first seen at a table
    kept_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    kept_organisation_type_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation_type.id", ondelete="SET NULL")
    )
    kept_region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code", ondelete="SET NULL"))

    event: Mapped[Event] = relationship()
    registration: Mapped[Registration] = relationship()
    profile: Mapped[Profile] = relationship()

    @property
    def name(self) -> str:
        """Empty once the profile is forgotten: of people in force, and of others with whom somebody once met."""
        return self.profile.name if self.profile else ""

    @property
    def first_name(self) -> str:
        """Empty once the profile is forgotten."""
        return self.profile.first_name if self.profile else ""

    @property
    def organisation_name(self) -> str:
        """As they wrote it; empty once the profile is forgotten."""
        return self.profile.organisation if self.profile else ""
