"""What stands between somebody and a place: the admission, the line before it, and whether they are there already."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.foundation.database import db
from elmo_events.network.models import OrganisationType, Region
from elmo_events.organisers.models import PrivacyNotice
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Choice, Facts, Person, RegistrationState


class Line(NamedTuple):
    """How things stand in an admission's waiting list."""

    waiting: int
    last_number: int


@dataclass(frozen=True)
class Standing:
    """How things stand for a person who wants an admission of an event."""

    admission: Admission
    line: Line
    known_id: int | None  # the registration of this name and address
    notice_version: int
    knows_region: bool
    knows_organisation_type: bool


_waits = (Registration.admission_id == Admission.id) & (Registration.state == RegistrationState.WAITING)
_known = (Registration.event_id == Admission.event_id) & (Registration.person_key == bindparam("person_key"))
# One statement, made once: every sign-up asks all of this while everybody else waits.
_STANDING = select(
    Admission,
    select(func.count(Registration.id)).where(_waits).scalar_subquery(),
    select(func.max(Registration.queue_number)).where(_waits).scalar_subquery(),
    select(Registration.id).where(_known).scalar_subquery(),
    select(func.max(PrivacyNotice.version))
    .where(PrivacyNotice.organiser_id == bindparam("organiser"))
    .scalar_subquery(),
    select(Region.code).where(Region.code == bindparam("region")).scalar_subquery(),
    select(OrganisationType.id).where(OrganisationType.id == bindparam("organisation_type")).scalar_subquery(),
).where(Admission.id == bindparam("admission"), Admission.event_id == bindparam("event"))


def standing(event: Event, person: Person, choice: Choice, told: Facts) -> Standing | None:
    """None when the event has no such admission."""
    row = db.session.execute(
        _STANDING,
        {
            "event": event.id, "organiser": event.organiser_id, "admission": choice.admission_id, "person_key": person.key,
            "region": told.region_code, "organisation_type": told.organisation_type_id,
        },
    ).one_or_none()  # fmt: skip
    if row is None:
        return None
    admission, waiting, last_number, known_id, version, region, organisation_type = row
    return Standing(
        admission=admission,
        line=Line(waiting, last_number or 0),
        known_id=known_id,
        notice_version=version or 0,
        knows_region=told.region_code is None or region is not None,
        knows_organisation_type=told.organisation_type_id is None or organisation_type is not None,
    )


def extras_of(event: Event, numbers: Iterable[int]) -> list[Extra]:
    found = select(Extra).where(Extra.event_id == event.id, Extra.id.in_(numbers)).order_by(Extra.position, Extra.id)
    return list(db.session.scalars(found)) if numbers else []


def parts_of(event: Event, numbers: Iterable[int]) -> list[Part]:
    found = select(Part).where(Part.event_id == event.id, Part.id.in_(numbers)).order_by(Part.starts_at)
    return list(db.session.scalars(found)) if numbers else []


def line(admission_id: int) -> Line:
    """How many wait for a place in an admission, and the number of the last of them."""
    waiting = (Registration.admission_id == admission_id) & (Registration.state == RegistrationState.WAITING)
    number, last = db.session.execute(
        select(func.count(), func.max(Registration.queue_number)).select_from(Registration).where(waiting)
    ).one()
    return Line(number, last or 0)


def first_in_line(admission_id: int) -> Registration | None:
    return db.session.scalar(
        select(Registration)
        .where(Registration.admission_id == admission_id, Registration.state == RegistrationState.WAITING)
        .order_by(Registration.queue_number)
        .limit(1)
    )


def queue_position(registration: Registration) -> int | None:
    """1 for the first in line; None for somebody who doesn't wait."""
    if registration.state != RegistrationState.WAITING or registration.queue_number is None:
        return None
    before = db.session.scalar(
        select(func.count())
        .select_from(Registration)
        .where(
            Registration.admission_id == registration.admission_id,
            Registration.state == RegistrationState.WAITING,
            Registration.queue_number < registration.queue_number,
        )
    )
    return 1 + int(before or 0)
