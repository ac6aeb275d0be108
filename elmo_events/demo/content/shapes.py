"""The shape of demo content. Dates are written as if today were in the week of 23.11.2026; `calendar.py` moves them."""

from dataclasses import dataclass, field

from elmo_events.events.rules import EventFormat, EventKind, EventState, Mode

Texts = dict[str, str]


def texts(fi: str, sv: str, en: str, **others: str) -> Texts:
    return {code: text.strip() for code, text in {"fi": fi, "sv": sv, "en": en, **others}.items()}


ON_SITE = texts("Paikan päällä", "På plats", "On site")
ONLINE = texts("Etänä", "På distans", "Online")


@dataclass(frozen=True)
class DemoPart:
    day: str
    start: str
    end: str
    title: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class DemoSession:
    day: str
    start: str
    end: str
    title: Texts
    speakers: tuple[tuple[str, str], ...] = ()  # name, and what stands under it
    description: Texts = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True)
class DemoAdmission:
    """`confirmed` people have a place in it, `waiting` are on its waiting list, `cancelled` had one."""

    mode: Mode
    places: int | None
    confirmed: int = 0
    waiting: int = 0
    cancelled: int = 0
    has_catering: bool = False

    @property
    def name(self) -> Texts:
        return ON_SITE if self.mode == Mode.ON_SITE else ONLINE


@dataclass(frozen=True)
class DemoExtra:
    name: Texts
    places: int
    share: float  # of the confirmed people on site who want it
    description: Texts = field(default_factory=dict)
    has_catering: bool = False


@dataclass(frozen=True)
class DemoEvent:
    slug: str
    organiser: str
    kind: EventKind
    format: EventFormat
    title: Texts
    summary: Texts
    description: Texts
    practical: Texts
    accessibility: Texts
    themes: tuple[str, ...]
    regions: tuple[str, ...]
    languages: tuple[str, ...]
    parts: tuple[DemoPart, ...]
    sessions: tuple[DemoSession, ...]
    admissions: tuple[DemoAdmission, ...]
    published: str | None  # None: a draft
    closes: tuple[str, str] | None = None
    opens: tuple[str, str] | None = None
    last_cancellation: tuple[str, str] | None = None
    extras: tuple[DemoExtra, ...] = ()
    project: str | None = None
    venue: str = ""
    address: str = ""
    city: str = ""
    joining_link: str = ""
    choose_parts: bool = False
    is_photographed: bool = False
    is_recorded: bool = False
    contact: tuple[str, str, str] = ("", "", "")
    cancelled: tuple[str, str] | None = None
    cancellation_reason: Texts = field(default_factory=dict)

    @property
    def state(self) -> EventState:
        if self.cancelled:
            return EventState.CANCELLED
        return EventState.PUBLISHED if self.published else EventState.DRAFT
