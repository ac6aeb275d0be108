"""The table of events."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, String, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.events.labels import FORMAT_LABELS, KIND_LABELS
from elmo_events.events.models.admission import Admission, Extra
from elmo_events.events.models.programme import Part, ProgrammeSession
from elmo_events.events.rules import EventFormat, EventKind, EventState, Window
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.foundation.languages import LanguageText, in_language
from elmo_events.network.models import Project, Region, Theme
from elmo_events.organisers.models import Organiser

event_theme = Table(
    "event_theme",
    Base.metadata,
    Column("event_id", ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("theme_id", ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True),
)
event_region = Table(
    "event_region",
    Base.metadata,
    Column("event_id", ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("region_code", ForeignKey("region.code", ondelete="CASCADE"), primary_key=True),
)


class Event(Base):
    """One gathering people sign up for. `starts_at` and `ends_at` repeat its first and last part, so that lists need no join."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_state_ends_at", "state", "ends_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organiser.id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[EventKind] = mapped_column(String(20))
    format: Mapped[EventFormat] = mapped_column(String(10))
    state: Mapped[EventState] = mapped_column(String(10), default=EventState.DRAFT)

    title: Mapped[dict[str, Any]]
    summary: Mapped[dict[str, Any]] = mapped_column(default=dict)
    description: Mapped[dict[str, Any]] = mapped_column(default=dict)  # Markdown, like the next two
    practical: Mapped[dict[str, Any]] = mapped_column(default=dict)
    accessibility: Mapped[dict[str, Any]] = mapped_column(default=dict)
    languages: Mapped[list[Any]] = mapped_column(default=list)  # spoken at the event

    time_zone: Mapped[str] = mapped_column(String(40), default=dates.HELSINKI)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    venue: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    city: Mapped[str] = mapped_column(String(100), default="")
    joining_link: Mapped[str] = mapped_column(String(500), default="")  # only confirmed people get it

    opens_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    last_cancellation_at: Mapped[datetime | None]
    choose_parts: Mapped[bool] = mapped_column(default=False)  # people say which parts they attend
    lists_participants: Mapped[bool] = mapped_column(default=True)  # ask who may stand on the participants' list
    is_photographed: Mapped[bool] = mapped_column(default=False)
    is_recorded: Mapped[bool] = mapped_column(default=False)

    contact_name: Mapped[str] = mapped_column(String(200), default="")
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")

    sequence: Mapped[int] = mapped_column(default=0)  # of its calendar entry: grows when time, place or state change
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    published_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancellation_reason: Mapped[dict[str, Any]] = mapped_column(default=dict)

    organiser: Mapped[Organiser] = relationship()
    project: Mapped[Project | None] = relationship()
    themes: Mapped[list[Theme]] = relationship(secondary=event_theme, order_by=(Theme.position, Theme.id))
    regions: Mapped[list[Region]] = relationship(secondary=event_region, order_by=(Region.position, Region.code))
    parts: Mapped[list[Part]] = relationship(cascade="all, delete-orphan", order_by=Part.starts_at)
    sessions: Mapped[list[ProgrammeSession]] = relationship(
        cascade="all, delete-orphan", order_by=(ProgrammeSession.starts_at, ProgrammeSession.id)
    )
    admissions: Mapped[list[Admission]] = relationship(
        cascade="all, delete-orphan", order_by=(Admission.position, Admission.id)
    )
    extras: Mapped[list[Extra]] = relationship(cascade="all, delete-orphan", order_by=(Extra.position, Extra.id))

    def title_in(self, language: str) -> LanguageText:
        return in_language(self.title, language)

    def summary_in(self, language: str) -> LanguageText:
        return in_language(self.summary, language)

    @property
    def kind_label(self) -> str:
        return str(KIND_LABELS[EventKind(self.kind)])

    @property
    def format_label(self) -> str:
        return str(FORMAT_LABELS[EventFormat(self.format)])

    @property
    def place(self) -> str:
        """Venue and city in one line; empty for an event that is only online."""
        return ", ".join(filter(None, (self.venue, self.city)))

    def dates_in(self, language: str) -> str:
        """“ti 9.2.2027 klo 9.00–12.00”; from the first to the last day when there are several."""
        first, last = self.first_start_local, self.last_end_local
        if first.date() == last.date():
            return dates.span_text(first, last, language, self.time_zone)
        return dates.days_text(first.date(), last.date(), language)

    @property
    def contact_address(self) -> str:
        """Where answers to letters about the event go."""
        return self.contact_email or self.organiser.email

    @property
    def contact_line(self) -> str:
        """Whom to ask, in one line: name, address, phone number."""
        return ", ".join(filter(None, (self.contact_name, self.contact_address, self.contact_phone)))

    @property
    def window(self) -> Window:
        return Window(self.opens_at, self.closes_at, self.ends_at)

    @property
    def first_start_local(self) -> datetime:
        return dates.local(self.starts_at, self.time_zone)

    @property
    def last_end_local(self) -> datetime:
        return dates.local(self.ends_at, self.time_zone)

    @property
    def offers(self) -> list[Admission | Extra]:
        """Everything that one can choose."""
        return [*self.admissions, *self.extras]

    @property
    def has_catering(self) -> bool:
        return any(offer.has_catering for offer in self.offers)

    def serves_food_with(self, admission_id: int, extra_ids: Collection[int]) -> bool:
        """Whether somebody who attends in this way, with these extras, is served food."""
        ways = any(each.has_catering for each in self.admissions if each.id == admission_id)
        return ways or any(each.has_catering for each in self.extras if each.id in extra_ids)

    def part_in(self, part: Part, language: str) -> str:
        """One of its dates in words: when it is, and its title if it has one."""
        when = dates.span_text(part.starts_at, part.ends_at, language, self.time_zone)
        title = part.title_in(language).text
        return f"{when}: {title}" if title else when

    def is_past_at(self, moment: datetime) -> bool:
        return moment >= self.ends_at
