"""The organiser's start page of an event's meetings: switched on or off, how far it has come, what to do next."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import settings as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.queries.figures import count_registered, figures
from elmo_events.matchmaking.queries.next_steps import next_steps
from elmo_events.matchmaking.queries.participations import matchmaking_of
from elmo_events.organisers.guards import member

Answer = tuple[str, int] | Response


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings", methods=["GET", "POST"])
def organiser_meetings(event_id: int) -> Answer:
    event, form = event_of(event_id), ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.switch_on(event, member())
            flash(_("People of this event can meet one to one now. Go through the steps below."), "success")
            return redirect(url_for("matchmaking.organiser_meetings", event_id=event_id))
    matchmaking = matchmaking_of(event)
    if matchmaking is None:
        template = "matchmaking/organiser/switched_off.html"
        return page(template, event=event, form=form, registered=count_registered(event))
    numbers = figures(event)
    return page(
        "matchmaking/organiser/organiser_meetings.html",
        event=event,
        form=form,
        matchmaking=matchmaking,
        figures=numbers,
        steps=next_steps(matchmaking, numbers, now()),
    )


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/end", methods=["GET", "POST"])
def switch_off(event_id: int) -> Answer:
    event, form = event_of(event_id), ConfirmForm()
    matchmaking = matchmaking_in(event)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.switch_off(matchmaking, member())
            flash(_("The meetings of this event are switched off."), "success")
            return redirect(url_for("matchmaking.organiser_meetings", event_id=event_id))
    return page("matchmaking/organiser/switch_off.html", event=event, form=form)
