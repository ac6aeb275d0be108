"""How people of an event ask for meetings, and what limits there are."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import settings as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.settings import TermsForm
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.organisers.guards import member


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/rules", methods=["GET", "POST"])
def settings(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    form = TermsForm(obj=matchmaking, zone=event.time_zone)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_terms(matchmaking, form.terms, member())
            flash(_("Saved."), "success")
            return redirect(url_for("matchmaking.settings", event_id=event_id))
    return page("matchmaking/organiser/settings.html", event=event, form=form)
