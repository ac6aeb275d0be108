"""Tables of recommendations and of what people say of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.matchmaking.models.settings import Participation
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.profiles.models import Profile


class Suggestion(Base):
    """One line of somebody's list of recommended people. `reasons` holds codes and words, written out when they are shown."""

    __tablename__ = "suggestion"
    __table_args__ = (UniqueConstraint("participation_id", "other_id"), Index("ix_suggestion_event", "event_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    score: Mapped[float]
    few_facts: Mapped[bool] = mapped_column(default=False)  # one of the two has written nothing yet
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    made_at: Mapped[datetime] = mapped_column(default=now)

    participation: Mapped[Participation] = relationship(foreign_keys=[participation_id])
    other: Mapped[Participation] = relationship(foreign_keys=[other_id])


class Label(Base):
    """What somebody says of a recommended person: it changes their list, and teaches us. Kept while both profiles are.

    `reasons`: why they had been recommended; what was wrong about those counts less from then on.
    """

    __tablename__ = "suggestion_label"
    __table_args__ = (UniqueConstraint("profile_id", "other_profile_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    other_profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id", ondelete="SET NULL"))
    kind: Mapped[LabelKind] = mapped_column(String(16))
    reasons: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[datetime] = mapped_column(default=now)

    other_profile: Mapped[Profile] = relationship(foreign_keys=[other_profile_id])
