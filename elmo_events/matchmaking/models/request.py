"""The table of meeting requests."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.matchmaking.models.settings import Participation
from elmo_events.matchmaking.rules import RequestState
from elmo_events.profiles.models import Statement
from elmo_events.timetable.models import Slot

IS_PENDING = text("state = 'pending'")


class MeetingRequest(Base):
    """One person asks another to meet. It holds no slot before it is accepted, and expires when nobody answers.

    `low_id` and `high_id` repeat the two participations in order: a pair has at most one pending request, whoever asks.
    An accepted one stays accepted when its meeting is cancelled later. `slot_id`: chosen by who asks, in first-come mode only.
    """

    __tablename__ = "meeting_request"
    __table_args__ = (
        CheckConstraint("low_id < high_id", name="pair_in_order"),
        Index(
            "uq_meeting_request_pending_pair",
            "low_id",
            "high_id",
            unique=True,
            sqlite_where=IS_PENDING,
            postgresql_where=IS_PENDING,
        ),
        Index("ix_meeting_request_event_state", "event_id", "state"),
        Index("ix_meeting_request_expiry", "state", "expires_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    sender_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), index=True)
    recipient_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), index=True)
    low_id: Mapped[int]
    high_id: Mapped[int]
    state: Mapped[RequestState] = mapped_column(String(10), default=RequestState.PENDING)
    message: Mapped[str] = mapped_column(Text, default="")
    what_you_gain: Mapped[str] = mapped_column(Text, default="")  # what the recipient may want from the sender
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    slot_id: Mapped[int | None] = mapped_column(ForeignKey("slot.id", ondelete="SET NULL"))
    reason: Mapped[str] = mapped_column(String(500), default="")  # why it was declined
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    remind_at: Mapped[datetime | None]  # when the recipient is reminded; None: never, or it is done
    answered_at: Mapped[datetime | None]
    account_id: Mapped[int | None]  # an organiser who acted for the sender or recipient last

    event: Mapped[Event] = relationship()
    sender: Mapped[Participation] = relationship(foreign_keys=[sender_id])
    recipient: Mapped[Participation] = relationship(foreign_keys=[recipient_id])
    statement: Mapped[Statement | None] = relationship()
    slot: Mapped[Slot | None] = relationship()
