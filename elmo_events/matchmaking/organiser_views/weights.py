"""What counts how much in the recommendations of an event."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import settings as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.weights import WeightsForm, points_of
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.score.weights import PARTS, Weights
from elmo_events.organisers.guards import member


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/weights", methods=["GET", "POST"])
def weights(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    own, usual = Weights.of(matchmaking.weights), Weights()
    form = WeightsForm(**points_of(own.as_mapping()))
    is_reset = "reset" in request.form
    if is_reset or form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_weights(matchmaking, {} if is_reset else form.weights, member())
            flash(_("Saved. The recommendations are made anew."), "success")
            return redirect(url_for("matchmaking.weights", event_id=event_id))
    return page(
        "matchmaking/organiser/weights.html",
        event=event,
        form=form,
        parts=PARTS,
        shares=own.shares(),
        sum=sum(points_of(own.as_mapping()).values()),
        usual=points_of(usual.as_mapping()),
        is_usual=own == usual,
    )
