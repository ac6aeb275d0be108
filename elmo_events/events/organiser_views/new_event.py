"""A new event: a few questions, then the editor."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events import actions
from elmo_events.events.blueprint import blueprint
from elmo_events.events.forms import NewEventForm
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.organisers import queries as organisers
from elmo_events.organisers.guards import member


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/new", methods=["GET", "POST"])
def new_event() -> tuple[str, int] | Response:
    own = organisers.organisers_of(member())
    form = NewEventForm()
    form.organiser_id.choices = choices([(one.id, one.name_in(current_language())) for one in own])
    if len(own) == 1:
        form.organiser_id.data = own[0].id
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            event = actions.create(form.facts, member())
            flash(_("The draft is ready. Fill in the rest section by section; nobody else sees it yet."), "success")
            return redirect(url_for("events.edit_event", event_id=event.id))
    return page("events/new_event.html", form=form, has_choice=len(own) > 1)
