"""A choice as rows: what of it exists, and what of it still has places."""

from dataclasses import dataclass

from flask_babel import gettext as _

from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration import queries
from elmo_events.registration.rules import Choice, Facts, Person


@dataclass(frozen=True)
class Chosen:
    admission: Admission
    extras: list[Extra]
    parts: list[Part]

    @property
    def has_catering(self) -> bool:
        return self.admission.has_catering or any(extra.has_catering for extra in self.extras)


def standing_of(event: Event, person: Person, choice: Choice, told: Facts) -> queries.Standing:
    """Refuses: an admission that isn't this event's; a region or a type of organisation that doesn't exist."""
    standing = queries.standing(event, person, choice, told)
    if standing is None:
        raise Refusal(_("Choose how you attend."), field="admission")
    if not standing.knows_region:
        raise Refusal(_("Choose a region from the list."), field="region")
    if not standing.knows_organisation_type:
        raise Refusal(_("Choose a type of organisation from the list."), field="organisation_type")
    return standing


def rows_of(event: Event, choice: Choice, admission: Admission) -> Chosen:
    """Refuses: an extra or part that isn't this event's; no part where people choose them."""
    extras = queries.extras_of(event, choice.extra_ids) if choice.extra_ids else []
    if len(extras) != len(choice.extra_ids):
        shown = "extras" if event.extras else None
        raise Refusal(_("This extra is no longer offered. Choose again."), field=shown)
    return Chosen(admission, extras, _parts(event, choice))


def refuse_full_extras(extras: list[Extra]) -> None:
    """Refuses: an extra has no places left."""
    full = [extra.name_in(current_language()).text for extra in extras if extra.places_left == 0]
    if full:
        raise Refusal(_("There are no places left: %(extras)s.", extras=", ".join(full)), field="extras")


def _parts(event: Event, choice: Choice) -> list[Part]:
    """Everybody attends every part unless the event lets people choose; then none is written down."""
    if not event.choose_parts:
        return []
    parts = queries.parts_of(event, choice.part_ids)
    if not parts or len(parts) != len(choice.part_ids):
        raise Refusal(_("Choose the parts you will attend."), field="parts")
    return parts
