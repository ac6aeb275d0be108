"""What we write to people who sign up: one function for each e-mail. `letters` composes them when they are sent."""

from typing import Any

from elmo_events.mail.actions import write
from elmo_events.registration.models import Registration

CONFIRMATION = "registration.confirmation"
WAITING = "registration.waiting"
LINK_AGAIN = "registration.link_again"
PROMOTED = "registration.promoted"
CHANGED = "registration.changed"
CANCELLED = "registration.cancelled"
EVENT_CANCELLED = "registration.event_cancelled"
EVENT_MOVED = "registration.event_moved"
WEEK_REMINDER = "registration.week_reminder"
DAY_REMINDER = "registration.day_reminder"
JOINING_LINK = "registration.joining_link"
ABOUT = "registration"


def confirmation(registration: Registration, by_organiser: bool = False) -> None:
    _write(CONFIRMATION, registration, by_organiser=by_organiser)


def waiting(registration: Registration, by_organiser: bool = False) -> None:
    _write(WAITING, registration, by_organiser=by_organiser)


def link_again(registration: Registration) -> None:
    _write(LINK_AGAIN, registration)


def promoted(registration: Registration, extras_missed: list[int]) -> None:
    _write(PROMOTED, registration, extras_missed=extras_missed)


def changed(registration: Registration, parts_left: list[int]) -> None:
    _write(CHANGED, registration, parts_left=parts_left)


def cancelled(registration: Registration, had_place: bool, by_organiser: bool = False) -> None:
    _write(CANCELLED, registration, had_place=had_place, by_organiser=by_organiser)


def event_cancelled(registration: Registration) -> None:
    _write(EVENT_CANCELLED, registration)


def event_moved(registration: Registration, what: list[str]) -> None:
    """`what` names what is new: time, place, joining_link."""
    _write(EVENT_MOVED, registration, what=what)


def reminder(kind: str, registration: Registration, part_id: int, once: str) -> None:
    _write(kind, registration, once=once, part=part_id)


def _write(kind: str, registration: Registration, once: str | None = None, **parameters: Any) -> None:
    write(
        kind,
        to_name=registration.name,
        to_address=registration.email,
        language=registration.language,
        about=(ABOUT, registration.id),
        once=once,
        **parameters,
    )
