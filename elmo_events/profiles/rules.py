"""Who may see a profile, which kinds of offers and needs there are, and when we ask whether they are still open."""

from datetime import timedelta
from enum import StrEnum

ASKED_AFTER = timedelta(days=365)  # "still open?"
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
