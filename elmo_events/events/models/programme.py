"""The parts of an event and the sessions of its programme."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.foundation.database import Base
from elmo_events.foundation.languages import LanguageText, in_language


class Part(Base):
    """One date of an event; a training of four mornings has four."""

    __tablename__ = "part"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="ends_after_start"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    title: Mapped[dict[str, Any]] = mapped_column(default=dict)

    def title_in(self, language: str) -> LanguageText:
        return in_language(self.title, language)


class ProgrammeSession(Base):
    """One item of the programme."""

    __tablename__ = "programme_session"
    __table_args__ = (CheckConstraint("ends_at > starts_at", name="ends_after_start"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    title: Mapped[dict[str, Any]]
    description: Mapped[dict[str, Any]] = mapped_column(default=dict)
    place: Mapped[str] = mapped_column(String(200), default="")
    speakers: Mapped[list["Speaker"]] = relationship(
        cascade="all, delete-orphan", order_by="Speaker.position", lazy="selectin"
    )

    def title_in(self, language: str) -> LanguageText:
        return in_language(self.title, language)


class Speaker(Base):
    __tablename__ = "speaker"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("programme_session.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(200), default="")  # job title and organisation, as the speaker says it
    position: Mapped[int] = mapped_column(default=0)
