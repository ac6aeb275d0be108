"""Who may see a profile, which kinds of offers and needs there are, and when we ask whether they are still open."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

ASKED_AFTER = timedelta(days=365)  # "still open?"
ASKED_TOGETHER = timedelta(days=60)  # what will be due this soon is asked about in the same letter
ANSWERED_WITHIN = timedelta(days=30)  # what nobody has answered for by then is closed
FORGOTTEN_AFTER_IDLE = timedelta(days=365)  # profiles of those who never came back, a month after a warning
WARNED_BEFORE = timedelta(days=30)


class Visibility(StrEnum):
    NETWORK = "network"  # everybody who has signed in and has a profile
    EVENTS = "events"  # those who take part in the meetings of an event that I take part in
    HIDDEN = "hidden"  # only myself


class Direction(StrEnum):
    OFFER = "offer"
    NEED = "need"


class StatementKind(StrEnum):
    """After the Enterprise Europe Network, and four that clusters ask for."""

    BUSINESS = "business"
    TECHNOLOGY = "technology"
    RESEARCH = "research"
    PILOT_SITE = "pilot-site"
    TEST_BED = "test-bed"
    CONSORTIUM = "consortium"
    TRAINING = "training"


MOST_OPEN_STATEMENTS = 30
SPOKEN_LANGUAGES = (
    "fi", "sv", "en", "se", "smn", "sms", "no", "da", "is", "et", "lv", "lt", "de", "nl", "fr", "es", "it", "pt", "pl", "uk", "ru",
    "zh", "ja",
)  # fmt: skip
HOME = "FI"
ABOUT = "profile"  # what letters to owners of profiles are about, and what search calls them


@dataclass(frozen=True)
class Details:
    """What the owner of a profile says about themselves; `expertise` by language, `theme_ids` of themes and topics."""

    first_name: str
    last_name: str
    organisation: str
    job_title: str = ""
    organisation_type_id: int | None = None
    region_code: str | None = None
    country: str = HOME
    expertise: dict[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    theme_ids: frozenset[int] = frozenset()
    visibility: Visibility = Visibility.EVENTS
    may_be_recommended: bool = True


@dataclass(frozen=True)
class Wording:
    """What an offer or a need says: its kind and theme, and title and text by language."""

    kind: StatementKind
    title: dict[str, str]
    text: dict[str, str] = field(default_factory=dict)
    theme_id: int | None = None
