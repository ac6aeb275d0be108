"""Tables of the planner's runs, and of repairs that wait for the consent of those whom they move."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.matchmaking.models.meeting import Meeting
from elmo_events.matchmaking.models.settings import Participation
from elmo_events.matchmaking.rules import PlanKind, PlanState, RepairState
from elmo_events.timetable.models import MeetingTable, Slot


class Plan(Base):
    """One run of the planner. `options`: what was changed for a what-if; `progress`: incumbent and bound over time;
    `result`: status, figures, certificate, reasons, and for a plan who meets when and where (ids, no names).
    """

    __tablename__ = "plan"
    __table_args__ = (Index("ix_plan_event", "event_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    kind: Mapped[PlanKind] = mapped_column(String(8), default=PlanKind.PLAN)
    state: Mapped[PlanState] = mapped_column(String(8), default=PlanState.WAITING)
    seed: Mapped[int] = mapped_column(default=0)
    seconds: Mapped[int] = mapped_column(default=60)
    options: Mapped[dict[str, Any]] = mapped_column(default=dict)
    progress: Mapped[list[Any]] = mapped_column(default=list)
    result: Mapped[dict[str, Any]] = mapped_column(default=dict)
    wants_stop: Mapped[bool] = mapped_column(default=False)
    account_id: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(default=now)
    started_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]  # when the run last told of itself: one that falls silent has been killed
    ended_at: Mapped[datetime | None]


class Repair(Base):
    """A change of the published timetable after somebody dropped out: at most three moves, each with the consent of those
    who move. It is done as a whole or not at all. `asked_by_id`: who asked another to meet in the slot that became free.
    """

    __tablename__ = "repair"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    cause_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting.id", ondelete="SET NULL")
    )  # the meeting that fell out
    state: Mapped[RepairState] = mapped_column(String(8), default=RepairState.ASKING)
    asked_by_id: Mapped[int | None]  # a participation
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]

    cause: Mapped[Meeting | None] = relationship()
    moves: Mapped[list["Move"]] = relationship(cascade="all, delete-orphan", order_by="Move.id")
    consents: Mapped[list["Consent"]] = relationship(cascade="all, delete-orphan", back_populates="repair")


class Move(Base):
    """A meeting that a repair would hold at another time or table, or for the first time; a pair without a meeting is given
    one when both have agreed.
    """

    __tablename__ = "repair_move"
    __table_args__ = (
        CheckConstraint("(meeting_id IS NULL) = (first_id IS NOT NULL AND second_id IS NOT NULL)", name="one_pair"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    repair_id: Mapped[int] = mapped_column(ForeignKey("repair.id", ondelete="CASCADE"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    first_id: Mapped[int | None] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"))
    second_id: Mapped[int | None] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"))
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id", ondelete="CASCADE"))
    table_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_table.id", ondelete="CASCADE"))

    meeting: Mapped[Meeting | None] = relationship()
    first: Mapped[Participation] = relationship(foreign_keys=[first_id])
    second: Mapped[Participation] = relationship(foreign_keys=[second_id])
    slot: Mapped[Slot] = relationship()
    table: Mapped[MeetingTable | None] = relationship()

    @property
    def pair(self) -> tuple[Participation, Participation]:
        return (self.meeting.first, self.meeting.second) if self.meeting else (self.first, self.second)


class Consent(Base):
    """The answer of somebody whose meeting a repair would move; None while they have not answered."""

    __tablename__ = "repair_consent"

    repair_id: Mapped[int] = mapped_column(ForeignKey("repair.id", ondelete="CASCADE"), primary_key=True)
    participation_id: Mapped[int] = mapped_column(ForeignKey("participation.id", ondelete="CASCADE"), primary_key=True)
    answer: Mapped[bool | None]
    answered_at: Mapped[datetime | None]

    repair: Mapped[Repair] = relationship(back_populates="consents")
    participation: Mapped[Participation] = relationship()
