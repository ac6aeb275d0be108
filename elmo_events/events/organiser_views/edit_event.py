"""The editor: one page for each section, all of the same kind."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events import actions, forms
from elmo_events.events.blueprint import blueprint
from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.events.organiser_views.editor import editor_page, next_section, section_url
from elmo_events.events.queries.sections import section_of
from elmo_events.events.rules import Section
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.network import queries as network
from elmo_events.organisers.guards import member

Answer = tuple[str, int] | Response


@dataclass(frozen=True)
class Editing:
    """How a section is edited. `offer_choices` fills in what can be chosen, from the tables."""

    template: str
    form: type[Any]
    action: Callable[..., None]
    offer_choices: Callable[[Any, Event], None] = lambda form, event: None


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>", methods=["GET", "POST"])
def edit_event(event_id: int) -> Answer:
    return _edit(event_id, Section.BASICS)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/texts", methods=["GET", "POST"])
def edit_texts(event_id: int) -> Answer:
    return _edit(event_id, Section.TEXTS)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/dates", methods=["GET", "POST"])
def edit_dates(event_id: int) -> Answer:
    return _edit(event_id, Section.DATES)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/programme", methods=["GET", "POST"])
def edit_programme(event_id: int) -> Answer:
    return _edit(event_id, Section.PROGRAMME)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/offers", methods=["GET", "POST"])
def edit_offers(event_id: int) -> Answer:
    return _edit(event_id, Section.OFFERS)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/registration", methods=["GET", "POST"])
def edit_registration(event_id: int) -> Answer:
    return _edit(event_id, Section.REGISTRATION)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/contact", methods=["GET", "POST"])
def edit_contact(event_id: int) -> Answer:
    return _edit(event_id, Section.CONTACT)


def _edit(event_id: int, section: Section) -> Answer:
    event, editing = event_of(event_id), EDITINGS[section]
    facts = section_of(event, section)
    form = editing.form(obj=facts, zone=event.time_zone, seen=event.changed_at.isoformat())
    editing.offer_choices(form, event)
    rows_changed = request.method == "POST" and form.changes_rows(request.form)
    if not rows_changed and form.validate_on_submit():
        with form.showing_refusals(), transaction():
            editing.action(event, form.facts, member(), form.seen_at)
            return _saved(event, section)
    if form.form_errors:
        form.seen.data = event.changed_at.isoformat()  # whoever saves again has been told what they replace
    return editor_page(editing.template, event, form=form, section=section, is_unsaved=rows_changed)


def _saved(event: Event, section: Section) -> Response:
    following = next_section(section)
    flash(_("Saved."), "success")
    if request.form.get("then") == "next" and following:
        return redirect(section_url(event, following))
    return redirect(section_url(event, section))


def _offer_terms(form: forms.BasicsForm, event: Event) -> None:
    """Open themes and those that the event has already; the network's regions and those that it has."""
    language = current_language()
    themes = [theme for theme in network.themes() if not theme.closed or theme in event.themes]
    regions = list(dict.fromkeys([*network.network_regions(), *event.regions]))
    form.theme_ids.choices = choices([(theme.id, theme.name_in(language)) for theme in themes])
    form.region_codes.choices = choices([(region.code, region.name_in(language)) for region in regions])
    if event.published_at is not None:
        form.slug.data = event.slug
        form.slug.validators = ()


def _offer_first_start(form: forms.ProgrammeForm, event: Event) -> None:
    form.sessions.row_values = {"day": event.first_start_local.date(), "starts": event.first_start_local.time()}


def _offer_projects(form: forms.ContactForm, event: Event) -> None:
    projects = [(project.id, f"{project.code} {project.name_in(current_language())}") for project in network.projects()]
    form.project_id.choices = choices([("", _("No project")), *projects])


EDITINGS = {
    Section.BASICS: Editing("events/edit_event.html", forms.BasicsForm, actions.change_basics, _offer_terms),
    Section.TEXTS: Editing("events/edit_texts.html", forms.TextsForm, actions.change_texts),
    Section.DATES: Editing("events/edit_dates.html", forms.DatesForm, actions.change_dates),
    Section.PROGRAMME: Editing(
        "events/edit_programme.html", forms.ProgrammeForm, actions.change_programme, _offer_first_start
    ),
    Section.OFFERS: Editing("events/edit_offers.html", forms.OffersForm, actions.change_offers),
    Section.REGISTRATION: Editing(
        "events/edit_registration.html", forms.RegistrationTermsForm, actions.change_registration_terms
    ),
    Section.CONTACT: Editing("events/edit_contact.html", forms.ContactForm, actions.change_contact, _offer_projects),
}
