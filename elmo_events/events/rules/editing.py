"""What an organiser says about an event, section by section of the editor. Moments are local: aware, in the event's zone.

A row's `id` is None when it is new; a row that is there but not among those given is to be removed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from elmo_events.events.rules.event import EventFormat, EventKind, Mode

Translated = Mapping[str, str]
ORGANISER_TIME_ZONES = (
    "Europe/Helsinki",
    "Europe/Stockholm",
    "Europe/Oslo",
    "Europe/Brussels",
    "Europe/Tallinn",
    "Europe/London",
)


class Section(StrEnum):
    """The sections of the editor, in the order of its menu."""

    BASICS = "basics"
    TEXTS = "texts"
    DATES = "dates"
    PROGRAMME = "programme"
    OFFERS = "offers"  # admissions and extras
    REGISTRATION = "registration"
    CONTACT = "contact"


@dataclass(frozen=True)
class Span:
    """From when to when, with the pieces that a form shows: a day, two clock times, another last day only if it differs."""

    id: int | None
    starts_at: datetime
    ends_at: datetime

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def starts(self) -> time:
        return self.starts_at.time()

    @property
    def ends(self) -> time:
        return self.ends_at.time()

    @property
    def last_day(self) -> date | None:
        return self.ends_at.date() if self.ends_at.date() != self.day else None


@dataclass(frozen=True)
class PartFacts(Span):
    title: Translated = field(default_factory=dict)


@dataclass(frozen=True)
class SpeakerFacts:
    name: str
    role: str = ""


@dataclass(frozen=True)
class SessionFacts(Span):
    title: Translated = field(default_factory=dict)
    description: Translated = field(default_factory=dict)
    place: str = ""
    speakers: tuple[SpeakerFacts, ...] = ()


@dataclass(frozen=True)
class AdmissionFacts:
    id: int | None
    name: Translated
    mode: Mode
    places: int | None = None
    has_catering: bool = False


@dataclass(frozen=True)
class ExtraFacts:
    id: int | None
    name: Translated
    description: Translated = field(default_factory=dict)
    places: int | None = None
    has_catering: bool = False


@dataclass(frozen=True)
class FirstFacts:
    """The few questions that make a draft."""

    organiser_id: int
    kind: EventKind
    title: Translated
    format: EventFormat
    starts_at: datetime
    ends_at: datetime
    city: str = ""


@dataclass(frozen=True)
class Basics:
    kind: EventKind
    title: Translated
    summary: Translated
    slug: str
    languages: tuple[str, ...]
    theme_ids: tuple[int, ...]
    region_codes: tuple[str, ...]


@dataclass(frozen=True)
class Texts:
    description: Translated
    practical: Translated
    accessibility: Translated


@dataclass(frozen=True)
class DatesAndPlace:
    format: EventFormat
    time_zone: str
    parts: tuple[PartFacts, ...]
    venue: str = ""
    address: str = ""
    city: str = ""
    joining_link: str = ""


@dataclass(frozen=True)
class Programme:
    sessions: tuple[SessionFacts, ...]


@dataclass(frozen=True)
class Offers:
    admissions: tuple[AdmissionFacts, ...]
    extras: tuple[ExtraFacts, ...]


@dataclass(frozen=True)
class RegistrationTerms:
    opens_at: datetime | None
    closes_at: datetime | None
    last_cancellation_at: datetime | None
    choose_parts: bool
    lists_participants: bool
    is_photographed: bool
    is_recorded: bool


@dataclass(frozen=True)
class Contact:
    contact_name: str
    contact_email: str
    contact_phone: str
    project_id: int | None
