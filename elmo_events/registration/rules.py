"""States of a registration, who is the same person, what can be chosen and told, and until when."""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from elmo_events.foundation.sorting import name_sort_key, sort_key

LONGEST_KEY = 700  # some letters become eighteen when they are folded


class RegistrationState(StrEnum):
    PENDING = "pending"  # waits for approval (a later feature asks for it)
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    OFFERED = "offered"
    DECLINED = "declined"
    CANCELLED = "cancelled"


ACTIVE = (RegistrationState.PENDING, RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.OFFERED)


class Need(StrEnum):
    """What is kept encrypted and apart."""

    DIET = "diet"
    ACCESSIBILITY = "accessibility"


def folded(text: str) -> str:
    """The same for texts that differ only in case, spaces or how accents are composed."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(frozen=True)
class Person:
    """A name with an e-mail address: two people may share an address."""

    first_name: str
    last_name: str
    email: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def key(self) -> str:
        """The same for everybody who writes this name and address, whatever the case, accents composed or not."""
        written = "\n".join(folded(part) for part in (self.email, self.first_name, self.last_name))
        return written if len(written) <= LONGEST_KEY else hashlib.sha256(written.encode()).hexdigest()


@dataclass(frozen=True)
class Choice:
    """How somebody attends: one admission, any extras, and the parts where people choose them."""

    admission_id: int
    extra_ids: frozenset[int] = frozenset()
    part_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Facts:
    """What somebody tells beyond name and address. A diet is given here only with its own consent."""

    organisation: str = ""
    organisation_type_id: int | None = None
    job_title: str = ""
    phone: str = ""
    region_code: str | None = None
    message: str = ""
    may_be_listed: bool = False
    language: str = "fi"
    diet: str = field(default="", repr=False)
    accessibility: str = field(default="", repr=False)


@dataclass(frozen=True)
class Outcome:
    """What a sign-up led to. `registration_id` is told to organisers only: strangers learn nothing of what was there."""

    state: RegistrationState
    queue_position: int | None = None
    registration_id: int | None = None


@dataclass(frozen=True)
class Keys:
    """What the list of attendees sorts and searches by."""

    sort_key: str
    organisation_sort_key: str
    search_text: str


def keys_of(person: Person, organisation: str) -> Keys:
    return Keys(
        sort_key=name_sort_key(person.last_name, person.first_name),
        organisation_sort_key=sort_key(organisation),
        search_text=folded(f"{person.name} {person.email} {organisation}")[:900],
    )


def cut_off(last_cancellation_at: datetime | None, starts_at: datetime) -> datetime:
    """Until when a participant may cancel, and a freed place goes to the first in line."""
    return min(last_cancellation_at, starts_at) if last_cancellation_at else starts_at


def first_state(places_left: int | None, waiting: int, by_organiser: bool) -> RegistrationState:
    """Confirmed where there is a place. Nobody passes those who wait, unless an organiser decides so."""
    if places_left == 0 or (waiting and not by_organiser):
        return RegistrationState.WAITING
    return RegistrationState.CONFIRMED


def may_choose_anew(
    state: RegistrationState, last_cancellation_at: datetime | None, starts_at: datetime, moment: datetime
) -> bool:
    """Whether a participant may still withdraw: whoever holds a place, until the last day to cancel; others always."""
    return state != RegistrationState.CONFIRMED or moment < cut_off(last_cancellation_at, starts_at)


class Reminder(StrEnum):
    """A week and a day before a date; to those who attend online also an hour before it, with the joining link."""

    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True)
class Span:
    """When a reminder may be written: from `lead` before the start until `last` before it, if the worker was down.

    The joining link is still of use when the event has just begun: its `last` lies after the start.
    """

    lead: timedelta
    last: timedelta


REMINDERS = {
    Reminder.WEEK: Span(timedelta(days=7), timedelta(days=2)),
    Reminder.DAY: Span(timedelta(days=1), timedelta(hours=2)),
    Reminder.HOUR: Span(timedelta(hours=1), -timedelta(minutes=30)),
}
QUIET = {Reminder.WEEK: timedelta(days=14), Reminder.DAY: timedelta(days=2), Reminder.HOUR: timedelta(0)}


def due_reminders(starts_at: datetime, moment: datetime) -> list[Reminder]:
    """Which reminders of a date may be written at this moment."""
    before = starts_at - moment
    return [reminder for reminder, span in REMINDERS.items() if span.last < before <= span.lead]


def joins_now(spans: Sequence[tuple[datetime, datetime]], moment: datetime) -> bool:
    """Whether a date that somebody attends begins within the hour, or goes on.

    Who gets a place then is too late for the e-mail with the joining link: whatever is written to them holds it.
    """
    return any(start - REMINDERS[Reminder.HOUR].lead <= moment < end for start, end in spans)


def is_spared(reminder: Reminder, starts_at: datetime, ends_of_earlier: Sequence[datetime]) -> bool:
    """Nobody is reminded of the second day of an event in the evening of the first."""
    return any(starts_at - QUIET[reminder] < end <= starts_at for end in ends_of_earlier)


def reminder_key(reminder: Reminder, registration_id: int, part_id: int, day: str) -> str:
    """What is written once only: another hour of the same day brings no second reminder, another day does."""
    return f"{reminder} {registration_id} {part_id} {day}"
