"""Tables of meetings, of the two seats of each, and of what people say afterwards."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.matchmaking.models.request import MeetingRequest
from elmo_events.matchmaking.models.settings import Participation
from elmo_events.matchmaking.rules import MeetingState, NextStep, Result
from elmo_events.timetable.models import MeetingTable, Slot

IS_ACTIVE = text("state = 'active'")


class Meeting(Base):
    """Two people who meet. `slot_id` and `table_id` are the organiser's draft, `published_…` what people have been told.

    The database lets no table and no person be in two meetings of one slot, in the draft and in what is published. A
    meeting without a slot waits for one. `is_pinned`: planning leaves its slot and table as they are. A cancelled one
    holds neither slot nor table. `sequence` is that of its calendar entry; `told_at`: when people were last told of a
    change, `told_starts_at` and `told_ends_at` the time they know, kept when it is taken off; `moved_from`: the one before.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("first_id < second_id", name="pair_in_order"),
        UniqueConstraint("slot_id", "table_id"),
        UniqueConstraint("published_slot_id", "published_table_id"),
        Index(
            "uq_meeting_active_pair",
            "first_id",
            "second_id",
            unique=True,
            sqlite_where=IS_ACTIVE,
            postgresql_where=IS_ACTIVE,
        ),
        Index("ix_meeting_event_state", "event_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    request_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_request.id", ondelete="SET NULL"), unique=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), index=True)
    second_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), index=True)
    state: Mapped[MeetingState] = mapped_column(String(10), default=MeetingState.ACTIVE)
    slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id"))
    table_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_table.id"))
    published_slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id"))
    published_table_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_table.id"))
    is_pinned: Mapped[bool] = mapped_column(default=False)
    sequence: Mapped[int] = mapped_column(default=0)
    told_at: Mapped[datetime | None]
    told_starts_at: Mapped[datetime | None]
    told_ends_at: Mapped[datetime | None]
    moved_from: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    cancelled_at: Mapped[datetime | None]
    cancelled_by_id: Mapped[int | None]  # the participation that cancelled; None: the organiser or the product

    event: Mapped[Event] = relationship()
    request: Mapped[MeetingRequest | None] = relationship()
    first: Mapped[Participation] = relationship(foreign_keys=[first_id])
    second: Mapped[Participation] = relationship(foreign_keys=[second_id])
    slot: Mapped[Slot | None] = relationship(foreign_keys=[slot_id])
    table: Mapped[MeetingTable | None] = relationship(foreign_keys=[table_id])
    published_slot: Mapped[Slot | None] = relationship(foreign_keys=[published_slot_id])
    published_table: Mapped[MeetingTable | None] = relationship(foreign_keys=[published_table_id])
    seats: Mapped[list["Seat"]] = relationship(cascade="all, delete-orphan", back_populates="meeting")


class Seat(Base):
    """One person's seat in a meeting. It repeats the meeting's slots, so that the database can refuse a double booking."""

    __tablename__ = "seat"
    __table_args__ = (
        UniqueConstraint("participation_id", "slot_id"),
        UniqueConstraint("participation_id", "published_slot_id"),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), primary_key=True)
    slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id"))
    published_slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id"))
    arrived_at: Mapped[datetime | None]  # checked in at the table
    absent_at: Mapped[datetime | None]  # the other one, or staff, said that they did not come

    meeting: Mapped[Meeting] = relationship(back_populates="seats")
    participation: Mapped[Participation] = relationship()


class Feedback(Base):
    """What one of the two says of a meeting: two taps after it, one more months later if they let us ask."""

    __tablename__ = "meeting_feedback"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), primary_key=True)
    took_place: Mapped[bool]
    useful: Mapped[int | None]  # 1 (no) to 4 (very)
    next_step: Mapped[NextStep | None] = mapped_column(String(10))
    may_ask_later: Mapped[bool] = mapped_column(default=False)
    result: Mapped[Result | None] = mapped_column(String(10))
    given_at: Mapped[datetime] = mapped_column(default=now)
    result_given_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship()
    participation: Mapped[Participation] = relationship()
