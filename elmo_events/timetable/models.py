"""Tables of the time and the room that an event keeps for meetings."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.events.models import Event
from elmo_events.foundation.database import Base
from elmo_events.foundation.languages import LanguageText, in_language
from elmo_events.registration.models import Registration
from elmo_events.timetable.labels import table_label
from elmo_events.timetable.rules import PAUSE_MINUTES, SLOT_MINUTES, TableKind


class Block(Base):
    """A span of an event kept for meetings. Its slots are rows of their own, so that meetings can point at them."""

    __tablename__ = "block"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
        CheckConstraint("slot_minutes > 0", name="slots_have_length"),
        CheckConstraint("pause_minutes >= 0", name="pause_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    slot_minutes: Mapped[int] = mapped_column(default=SLOT_MINUTES)
    pause_minutes: Mapped[int] = mapped_column(default=PAUSE_MINUTES)
    title: Mapped[dict[str, Any]] = mapped_column(default=dict)

    event: Mapped[Event] = relationship()
    slots: Mapped[list["Slot"]] = relationship(
        cascade="all, delete-orphan", order_by="Slot.starts_at", back_populates="block"
    )

    def title_in(self, language: str) -> LanguageText:
        return in_language(self.title, language)


class Slot(Base):
    """One of a block's equal pieces."""

    __tablename__ = "slot"
    __table_args__ = (UniqueConstraint("block_id", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    block_id: Mapped[int] = mapped_column(ForeignKey("block.id", ondelete="CASCADE"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]

    block: Mapped[Block] = relationship(back_populates="slots")


class MeetingTable(Base):
    """A place for one meeting per slot: a table, a host's booth, a video room with its link.

    `is_open`: closed ones stay where meetings were held, and get no new ones.
    """

    __tablename__ = "meeting_table"
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    kind: Mapped[TableKind] = mapped_column(String(6), default=TableKind.TABLE)
    name: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)
    host_registration_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id", ondelete="SET NULL"))
    link: Mapped[str] = mapped_column(String(500), default="")
    is_open: Mapped[bool] = mapped_column(default=True)

    host: Mapped[Registration | None] = relationship()

    @property
    def label(self) -> str:
        """“Table 3”: its name, with its kind before it when it is only a number."""
        return table_label(self.kind, self.name)


class Unavailability(Base):
    """A slot that somebody can't use, though they attend its block."""

    __tablename__ = "unavailability"

    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id", ondelete="CASCADE"), primary_key=True, index=True)
