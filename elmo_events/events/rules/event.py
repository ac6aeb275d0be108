"""Kinds, formats and states of events, and what follows from places and times."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    CLUSTER_TRAINING = "cluster_training"
    MATCHMAKING = "matchmaking"
    NETWORKING = "networking"
    SEMINAR = "seminar"
    WEBINAR = "webinar"
    STUDY_VISIT = "study_visit"


class EventFormat(StrEnum):
    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class EventState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class Mode(StrEnum):
    """How an admission lets a participant attend."""

    ON_SITE = "on_site"
    ONLINE = "online"


class RegistrationPhase(StrEnum):
    """What a visitor can do about an event now."""

    DRAFT = "draft"
    CANCELLED = "cancelled"
    PAST = "past"
    SOON = "soon"  # registration opens later
    OPEN = "open"
    FEW = "few"  # open, with few places left
    FULL = "full"  # open, for the waiting list
    CLOSED = "closed"


FEW_PLACES = 10


@dataclass(frozen=True)
class Window:
    """When people may sign up: from `opens_at` (None: since publication) until `closes_at` (None: until the end)."""

    opens_at: datetime | None
    closes_at: datetime | None
    ends_at: datetime

    def phase_at(self, moment: datetime) -> RegistrationPhase:
        if moment >= self.ends_at:
            return RegistrationPhase.PAST
        if self.opens_at and moment < self.opens_at:
            return RegistrationPhase.SOON
        if self.closes_at and moment >= self.closes_at:
            return RegistrationPhase.CLOSED
        return RegistrationPhase.OPEN


def places_left(places: int | None, taken: int) -> int | None:
    """None where there is no limit."""
    return None if places is None else max(places - taken, 0)
