"""What a form on an event lets one choose, with its notes: places left, full, with catering."""

from typing import Any, TypeVar

from flask_babel import gettext as _
from flask_babel import ngettext

from elmo_events.events.models import Admission, Event, Extra
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language, in_language
from elmo_events.registration import queries
from elmo_events.registration.forms import DetailsForm
from elmo_events.registration.labels import STATE_LABELS
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState

FormKind = TypeVar("FormKind", bound=DetailsForm)


def form_for(kind: type[FormKind], event: Event) -> FormKind:
    """The form with what it must know of the event to check what was typed."""
    return kind(has_catering=event.serves_food_with, asks_parts=event.choose_parts)


def offer(form: DetailsForm, event: Event, held: Registration | None = None) -> None:
    """Fill in the choices. What somebody holds already (`held`) is theirs even when it is full for others."""
    language = current_language()
    form.admission.choices = choices([(each.id, each.name_in(language).text) for each in event.admissions])
    form.admission.choice_notes = {each.id: _admission_note(each, held) for each in event.admissions}
    form.extras.choices = choices([(each.id, each.name_in(language).text) for each in event.extras])
    form.extras.choice_notes = {each.id: _extra_note(each, held) for each in event.extras}
    full = {each.id for each in event.extras if each.places_left == 0}
    form.extras.disabled_choices = full - ({each.id for each in held.extras} if held else set())
    form.extras.data = [number for number in form.extras.data or [] if number not in form.extras.disabled_choices]
    form.parts.choices = choices([(part.id, event.part_in(part, language)) for part in event.parts])
    nothing: list[tuple[Any, Any]] = [("", _("No answer"))]
    form.region.choices = choices(
        nothing + [(code, in_language(name, language).text) for code, name in queries.region_rows()]
    )
    types = [(number, in_language(name, language).text) for number, name in queries.organisation_type_rows()]
    form.organisation_type.choices = choices(nothing + types)


def with_catering(event: Event) -> list[str]:
    """Names of what comes with food."""
    return [each.name_in(current_language()).text for each in event.offers if each.has_catering]


def _admission_note(admission: Admission, held: Registration | None) -> str:
    has_place = held is not None and held.state == RegistrationState.CONFIRMED
    if held and held.admission_id == admission.id:
        return str(_("You have a place") if has_place else STATE_LABELS[held.state])
    left = admission.places_left
    if left is None:
        return str(_("Room for everybody"))
    if left == 0:  # whoever has a place keeps it rather than join a line
        return str(_("Full") if has_place else _("Full: you join the waiting list"))
    return str(ngettext("%(num)s place left", "%(num)s places left", left))


def _extra_note(extra: Extra, held: Registration | None) -> str:
    description = in_language(extra.description, current_language()).text
    left = extra.places_left
    if left is None or (held and extra in held.extras):
        return description.rstrip(".")
    places = _("Full") if left == 0 else ngettext("%(num)s place left", "%(num)s places left", left)
    return ". ".join(part.rstrip(".") for part in (description, str(places)) if part)
