"""What can a visitor do about an event now, and which sentence says so? Derived from its state, window and places."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from elmo_events.events.labels import PHASE_LABELS
from elmo_events.events.models import Event
from elmo_events.events.rules import FEW_PLACES, EventState, RegistrationPhase
from elmo_events.foundation import dates

SIGN_UP_PHASES = {RegistrationPhase.OPEN, RegistrationPhase.FEW, RegistrationPhase.FULL}


@dataclass(frozen=True)
class Status:
    """`text` is the sentence; `detail` a second one (places left, or until when), often empty; `tone` names its look."""

    text: str
    detail: str
    phase: RegistrationPhase
    can_sign_up: bool

    @property
    def tone(self) -> str:
        return self.phase.value


def status_of(event: Event, moment: datetime, language: str) -> Status:
    phase = phase_of(event, moment)
    text, detail = _sentences(event, phase, language)
    return Status(text, detail, phase, phase in SIGN_UP_PHASES)


def phase_of(event: Event, moment: datetime) -> RegistrationPhase:
    if event.state == EventState.DRAFT:
        return RegistrationPhase.DRAFT
    if event.state == EventState.CANCELLED:
        return RegistrationPhase.CANCELLED
    phase = event.window.phase_at(moment)
    left = places_left(event)
    if phase != RegistrationPhase.OPEN or left is None:
        return phase
    if left == 0:
        return RegistrationPhase.FULL
    return RegistrationPhase.FEW if left <= FEW_PLACES else RegistrationPhase.OPEN


def places_left(event: Event) -> int | None:
    """Over all ways to attend; None when one of them has no limit."""
    left = [admission.places_left for admission in event.admissions]
    counted = [number for number in left if number is not None]
    return sum(counted) if counted and len(counted) == len(left) else None


def _sentences(event: Event, phase: RegistrationPhase, language: str) -> tuple[str, str]:
    until = _until(event, language)
    if phase == RegistrationPhase.SOON:
        opens = dates.date_time_text(event.opens_at or event.starts_at, language, event.time_zone)
        return str(_("Registration opens on %(moment)s", moment=opens)), ""
    if phase == RegistrationPhase.FEW:
        return _places_left(event), until
    if phase == RegistrationPhase.OPEN and until:
        return until, _places_left(event)
    details = {RegistrationPhase.OPEN: _places_left(event), RegistrationPhase.FULL: until}
    return str(PHASE_LABELS[phase]), details.get(phase, "")


def _places_left(event: Event) -> str:
    left = places_left(event)
    return str(ngettext("%(num)s place left", "%(num)s places left", left)) if left else ""


def _until(event: Event, language: str) -> str:
    """“Register by 5 January 2027”; the hour stands there only when it isn't the end of the day."""
    if event.closes_at is None:
        return ""
    last = dates.local(event.closes_at, event.time_zone) - timedelta(minutes=1)
    ends_with_the_day = (last.hour, last.minute) in {(23, 58), (23, 59)}
    if ends_with_the_day:
        moment = dates.day_text(last.date(), language)
    else:
        moment = dates.date_time_text(event.closes_at, language, event.time_zone)
    return str(_("Register by %(moment)s", moment=moment))
