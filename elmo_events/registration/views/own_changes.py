"""Changing, cancelling and erasing one's own registration."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.registration import actions, queries
from elmo_events.registration.blueprint import blueprint
from elmo_events.registration.forms import ChangeForm
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE
from elmo_events.registration.views import choices
from elmo_events.registration.views.personal import personal, registration_or_404, token_of
from elmo_events.registration.views.summary import registration_facts

WINDOW = 600  # seconds
TRIES = 20


@open_to_all
@blueprint.route("/<language>/registrations/<token>/details", methods=["GET", "POST"])
def change(token: str) -> Any:
    registration = registration_or_404(token)
    event = registration.event
    form = choices.form_for(ChangeForm, event)
    if not form.is_submitted():
        _fill_in(form, registration)
    elif form.validate():
        limit("change", str(registration.id), TRIES, WINDOW)
        with form.showing_refusals(), transaction():
            changed = actions.change(registration, form.person(registration.email), form.choice, form.facts)
            flash(_("Your changes are saved.") if changed else _("Nothing has changed."), "success")
            return personal(redirect(url_for(".own_registration", token=token_of(registration))))
    choices.offer(form, event, held=registration)
    return personal(
        page(
            "registration/change.html",
            form=form,
            event=event,
            registration=registration,
            token=token,
            with_catering=choices.with_catering(event),
            may_change=registration.may_be_changed_at(now()),
        )
    )


@open_to_all
@blueprint.route("/<language>/registrations/<token>/cancellation", methods=["GET", "POST"])
def cancel(token: str) -> Any:
    registration = registration_or_404(token)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.cancel(registration)
            return personal(redirect(url_for(".own_registration", token=token)))
    context = {"registration": registration, "event": registration.event, "token": token, "form": form}
    return personal(
        page(
            "registration/cancel.html",
            **context,
            facts=registration_facts(registration),
            is_active=registration.state in ACTIVE,
            may_cancel=registration.may_be_given_up_at(now()),
        )
    )


@open_to_all
@blueprint.route("/<language>/registrations/<token>/erasure", methods=["GET", "POST"])
def own_erasure(token: str) -> Any:
    """The page after it is the event's: the personal link ends with what it led to."""
    registration = registration_or_404(token)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.erase(registration)
            flash(_("Your details have been erased."), "success")
            return personal(redirect(url_for("events.event_page", slug=registration.event.slug)))
    return personal(
        page(
            "registration/own_erasure.html",
            registration=registration,
            event=registration.event,
            token=token,
            form=form,
            is_active=registration.state in ACTIVE,
            may_erase=registration.may_be_given_up_at(now()),
        )
    )


def _fill_in(form: ChangeForm, registration: Registration) -> None:
    for name in (
        "first_name",
        "last_name",
        "organisation",
        "job_title",
        "phone",
        "message",
        "may_be_listed",
        "language",
    ):
        form[name].data = getattr(registration, name)
    needs = queries.needs(registration)
    form.admission.data = registration.admission_id
    form.extras.data = [extra.id for extra in registration.extras]
    form.parts.data = [part.id for part in registration.parts]
    form.organisation_type.data = registration.organisation_type_id
    form.region.data = registration.region_code or ""
    form.diet.data, form.accessibility.data = needs.get("diet", ""), needs.get("accessibility", "")
    form.diet_consent.data = bool(form.diet.data)
