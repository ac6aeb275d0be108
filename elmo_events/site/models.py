"""The table of feedback."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.site.rules import FeedbackKind


class FeedbackCase(Base):
    """What somebody told us about the service. Name and address are given freely; without an address there is no answer."""

    __tablename__ = "feedback_case"
    __table_args__ = (Index("ix_feedback_case_closed_due", "closed_at", "due_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[FeedbackKind] = mapped_column(String(20))
    message: Mapped[str] = mapped_column(Text)
    about_page: Mapped[str] = mapped_column(String(300), default="")
    name: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    language: Mapped[str] = mapped_column(String(3))
    created_at: Mapped[datetime] = mapped_column(default=now)
    due_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by_account_id: Mapped[int | None]

    def is_late_at(self, moment: datetime) -> bool:
        return self.closed_at is None and moment > self.due_at
