"""Tables of registrations and of what is kept apart from them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import SORT_KEY, Base
from elmo_events.network.models import OrganisationType, Region
from elmo_events.registration.rules import ACTIVE, Person, RegistrationState, may_choose_anew

registration_extra = Table(
    "registration_extra",
    Base.metadata,
    Column("registration_id", ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True),
    Column("extra_id", ForeignKey("extra.id"), primary_key=True, index=True),
)
registration_part = Table(
    "registration_part",
    Base.metadata,
    Column("registration_id", ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True),
    Column("part_id", ForeignKey("part.id"), primary_key=True, index=True),
)


class Registration(Base):
    """One person's sign-up for one event. A cancelled one that is signed up anew is the same row.

    `queue_number` orders the waiting list (it grows with every one who joins it); `link_version` ends old personal links;
    `sort_key` sorts as Finnish does. After anonymisation the row stays for the counts, with `anonymised_at` set.
    """

    __tablename__ = "registration"
    __table_args__ = (
        UniqueConstraint("event_id", "person_key"),
        CheckConstraint("state <> 'waiting' OR queue_number IS NOT NULL", name="waiting_has_queue_number"),
        Index("ix_registration_event_sort", "event_id", "sort_key", "id"),
        Index("ix_registration_event_organisation", "event_id", "organisation_sort_key", "sort_key", "id"),
        Index("ix_registration_event_state", "event_id", "state", "sort_key", "id"),
        Index("ix_registration_event_created", "event_id", "created_at", "id"),
        Index("ix_registration_queue", "admission_id", "state", "queue_number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    admission_id: Mapped[int] = mapped_column(ForeignKey("admission.id"))
    state: Mapped[RegistrationState] = mapped_column(String(10))
    person_key: Mapped[str] = mapped_column(String(700))
    first_name: Mapped[str] = mapped_column(String(100))
    last_name: Mapped[str] = mapped_column(String(100))
    email: Mapped[str] = mapped_column(String(254))
    organisation: Mapped[str] = mapped_column(String(200), default="")
    organisation_type_id: Mapped[int | None] = mapped_column(ForeignKey("organisation_type.id"))
    job_title: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    language: Mapped[str] = mapped_column(String(3))
    message: Mapped[str] = mapped_column(Text, default="")  # a question or a wish to the organiser
    may_be_listed: Mapped[bool] = mapped_column(default=False)
    privacy_notice_version: Mapped[int] = mapped_column(default=0)  # 0: the organiser had none yet

    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    confirmed_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    queue_number: Mapped[int | None]
    sequence: Mapped[int] = mapped_column(default=0)  # of the calendar entry
    link_version: Mapped[int] = mapped_column(default=1)
    sort_key: Mapped[str] = mapped_column(SORT_KEY)
    organisation_sort_key: Mapped[str] = mapped_column(SORT_KEY, default="")
    search_text: Mapped[str] = mapped_column(String(900), default="")  # name, address, organisation in one, folded
    added_by_account_id: Mapped[int | None]  # an organiser wrote it down by hand
    anonymised_at: Mapped[datetime | None]

    event: Mapped[Event] = relationship()
    admission: Mapped[Admission] = relationship()
    organisation_type: Mapped[OrganisationType | None] = relationship()
    region: Mapped[Region | None] = relationship()
    extras: Mapped[list[Extra]] = relationship(secondary=registration_extra, order_by=(Extra.position, Extra.id))
    parts: Mapped[list[Part]] = relationship(secondary=registration_part, order_by=Part.starts_at)

    @property
    def person(self) -> Person:
        return Person(self.first_name, self.last_name, self.email)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def parts_attended(self) -> list[Part]:
        """All of the event unless people choose them."""
        return list(self.parts) or list(self.event.parts)

    @property
    def joining_link(self) -> str:
        """For confirmed participants who attend online only."""
        is_in = self.state == RegistrationState.CONFIRMED and self.event.state == EventState.PUBLISHED
        return self.event.joining_link if is_in and self.admission.mode == Mode.ONLINE else ""

    def may_be_changed_at(self, moment: datetime) -> bool:
        """Whether its details and its choices still matter."""
        is_ahead = self.event.state == EventState.PUBLISHED and not self.event.is_past_at(moment)
        return self.state in ACTIVE and is_ahead

    def may_be_given_up_at(self, moment: datetime) -> bool:
        return may_choose_anew(self.state, self.event.last_cancellation_at, self.event.starts_at, moment)

    @property
    def may_see_participants(self) -> bool:
        """Who comes is for those who come themselves, where the event has a list."""
        is_in = self.state == RegistrationState.CONFIRMED and self.event.state == EventState.PUBLISHED
        return is_in and self.event.lists_participants


class SpecialNeed(Base):
    """A diet or an accessibility need: encrypted, apart from the registration, forgotten within a week after the event."""

    __tablename__ = "special_need"
    __table_args__ = (UniqueConstraint("registration_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(15))  # "diet" or "accessibility"
    encrypted: Mapped[str] = mapped_column(Text)
    consented_at: Mapped[datetime] = mapped_column(default=now)


class HistoryEntry(Base):
    """What happened to a registration, by whom: no personal data, so that it may outlive anonymisation."""

    __tablename__ = "registration_history"

    id: Mapped[int] = mapped_column(primary_key=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)
    what: Mapped[str] = mapped_column(String(40))  # "signed up", "promoted", "changed", "cancelled", …
    account_id: Mapped[int | None]  # None: the participant, or the system
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
