"""Writing a participant down by hand, and changing what was told."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from elmo_events.attendees import actions
from elmo_events.attendees.blueprint import blueprint
from elmo_events.attendees.forms import ParticipantForm
from elmo_events.attendees.queries.names import Names, names_of
from elmo_events.attendees.queries.special_needs import has_needs
from elmo_events.attendees.views.event_pages import attendee_page, registration_in
from elmo_events.events.guards import event_of
from elmo_events.events.models import Admission, Event, Extra
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.organisers.guards import member
from elmo_events.registration import actions as registrations
from elmo_events.registration import queries
from elmo_events.registration.labels import STATE_LABELS
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE, Need, RegistrationState


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/attendees/new", methods=["GET", "POST"])
def add(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    form = _form(event)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            outcome = registrations.add_by_hand(
                event, form.person, form.choice, form.facts, by=member(), tell=form.tell.data
            )
            is_in = outcome.state == RegistrationState.CONFIRMED
            flash(_("The person has a place.") if is_in else _("The person is on the waiting list."), "success")
            return redirect(url_for(".registration_page", event_id=event_id, registration_id=outcome.registration_id))
    elif not form.is_submitted() and len(event.admissions) == 1:
        form.admission.data = event.admissions[0].id
    return attendee_page("attendees/add.html", event, form=form)


@organiser_role("editor")
@blueprint.route(
    "/<language>/organiser/events/<int:event_id>/attendees/<int:registration_id>/changes", methods=["GET", "POST"]
)
def change(event_id: int, registration_id: int) -> tuple[str, int] | Response:
    """The form shows special needs: opening it is noted where there are some."""
    event = event_of(event_id)
    registration = registration_in(event, registration_id)
    form = _form(event, held=registration)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            changed = registrations.change(
                registration, form.person, form.choice, form.facts, by=member(), tell=form.tell.data
            )
            flash(_("The changes are saved.") if changed else _("Nothing was changed."), "success")
            return redirect(url_for(".registration_page", event_id=event_id, registration_id=registration_id))
    if registration.state not in ACTIVE or registration.anonymised_at:
        return redirect(url_for(".registration_page", event_id=event_id, registration_id=registration_id))
    return attendee_page("attendees/change.html", event, form=form, registration=registration)


def _form(event: Event, held: Registration | None = None) -> ParticipantForm:
    said = _said(event, held) if held else {"language": current_language()}
    form = ParticipantForm(has_catering=event.serves_food_with, data=said)
    _offer(form, event, held)
    return form


def _said(event: Event, registration: Registration) -> dict[str, Any]:
    if has_needs(registration):
        with transaction():
            actions.note_look_at_needs(event, member(), "one registration", registration)
    needs = queries.needs(registration)
    plain = ("first_name", "last_name", "email", "organisation", "job_title", "phone", "message", "may_be_listed")
    return {
        **{name: getattr(registration, name) for name in plain},
        "admission": registration.admission_id,
        "extras": [extra.id for extra in registration.extras],
        "parts": [part.id for part in registration.parts],
        "organisation_type": registration.organisation_type_id,
        "region": registration.region_code or "",
        "language": registration.language,
        "diet": needs.get(Need.DIET, ""),
        "diet_consent": Need.DIET in needs,
        "accessibility": needs.get(Need.ACCESSIBILITY, ""),
    }


def _offer(form: ParticipantForm, event: Event, held: Registration | None) -> None:
    names: Names = names_of(event, current_language())
    form.admission.choices = choices(list(names.admissions.items()))
    form.admission.choice_notes = {each.id: _admission_note(each, held) for each in event.admissions}
    form.extras.choices = choices(list(names.extras.items()))
    form.extras.choice_notes = {each.id: _extra_note(each, held) for each in event.extras}
    theirs = {extra.id for extra in held.extras} if held else set()
    form.extras.disabled_choices = {each.id for each in event.extras if each.places_left == 0} - theirs
    form.parts.choices = choices(list(names.parts.items()))
    nothing: list[tuple[Any, Any]] = [("", _("Not known"))]
    form.region.choices = choices(nothing + list(names.regions.items()))
    form.organisation_type.choices = choices(nothing + list(names.organisation_types.items()))


def _admission_note(admission: Admission, held: Registration | None) -> str:
    if held and held.admission_id == admission.id:
        return str(STATE_LABELS[held.state])
    has_place = held is not None and held.state == RegistrationState.CONFIRMED
    if admission.places_left == 0 and not has_place:
        return str(_("Full: the person joins the waiting list"))
    return _places_note(admission)


def _extra_note(extra: Extra, held: Registration | None) -> str:
    return "" if held and extra in held.extras else _places_note(extra)


def _places_note(offer: Admission | Extra) -> str:
    left = offer.places_left
    if left is None:
        return ""
    return str(_("Full") if left == 0 else ngettext("%(num)s place left", "%(num)s places left", left))
