"""Diets without names, and accessibility needs with them. Whoever shows these notes it in the audit log."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from elmo_events.events.models import Admission, Event, Extra
from elmo_events.foundation.database import db
from elmo_events.foundation.encryption import decrypt
from elmo_events.registration.models import Registration, SpecialNeed, registration_extra
from elmo_events.registration.rules import Need, RegistrationState, folded


@dataclass(frozen=True)
class Meal:
    """How many come to what has catering, and how many of them wrote which diet."""

    offer: Admission | Extra
    number: int
    diets: list[tuple[str, int]]

    @property
    def without_diet(self) -> int:
        return self.number - sum(number for _, number in self.diets)


@dataclass(frozen=True)
class NamedNeed:
    registration_id: int
    name: str
    organisation: str
    text: str


def meals(event: Event) -> list[Meal]:
    """Confirmed people at each admission and extra with catering; the same diet counts as one however it is written."""
    diets = _diets(event)
    found = []
    for admission in event.admissions:
        if admission.has_catering:
            found.append(_meal(admission, _ids(event, Registration.admission_id == admission.id), diets))
    for extra in event.extras:
        if extra.has_catering:
            chosen = select(registration_extra.c.registration_id).where(registration_extra.c.extra_id == extra.id)
            found.append(_meal(extra, _ids(event, Registration.id.in_(chosen)), diets))
    return found


def accessibility_needs(event: Event) -> list[NamedNeed]:
    """Of everybody who comes or may still come, by name."""
    coming = (RegistrationState.CONFIRMED, RegistrationState.OFFERED, RegistrationState.WAITING)
    rows = db.session.execute(
        select(
            Registration.id, Registration.first_name, Registration.last_name, Registration.organisation,
            SpecialNeed.encrypted,
        )
        .join(SpecialNeed, SpecialNeed.registration_id == Registration.id)
        .where(
            Registration.event_id == event.id, Registration.state.in_(coming), SpecialNeed.kind == Need.ACCESSIBILITY
        )
        .order_by(Registration.sort_key, Registration.id)
    ).all()  # fmt: skip
    return [
        NamedNeed(row.id, f"{row.last_name} {row.first_name}", row.organisation, decrypt(row.encrypted)) for row in rows
    ]


def has_needs(registration: Registration) -> bool:
    return db.session.scalar(select(SpecialNeed.id).where(SpecialNeed.registration_id == registration.id)) is not None


def _diets(event: Event) -> dict[int, str]:
    rows = db.session.execute(
        select(SpecialNeed.registration_id, SpecialNeed.encrypted)
        .join(Registration, SpecialNeed.registration_id == Registration.id)
        .where(
            Registration.event_id == event.id,
            Registration.state == RegistrationState.CONFIRMED,
            SpecialNeed.kind == Need.DIET,
        )
    ).all()
    return {row.registration_id: decrypt(row.encrypted) for row in rows}


def _ids(event: Event, chosen: Any) -> Sequence[int]:
    return db.session.scalars(
        select(Registration.id).where(
            Registration.event_id == event.id, Registration.state == RegistrationState.CONFIRMED, chosen
        )
    ).all()


def _meal(offer: Admission | Extra, ids: Sequence[int], diets: dict[int, str]) -> Meal:
    written = [diets[number] for number in ids if number in diets]
    counted = Counter(_plain(diet) for diet in written)
    shown = {_plain(diet): diet for diet in reversed(written)}
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return Meal(offer, len(ids), [(shown[diet], number) for diet, number in ranked])


def _plain(diet: str) -> str:
    return folded(diet).rstrip(".! ")
