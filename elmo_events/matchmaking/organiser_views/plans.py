"""Planning: order a plan, see how it gets on, stop it, read what is proven of it."""

from typing import Any

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.plans import PlanForm
from elmo_events.matchmaking.labels import plans as labels
from elmo_events.matchmaking.models import Matchmaking, Plan
from elmo_events.matchmaking.organiser_views.chart import chart_of
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.organiser_views.names import names_for
from elmo_events.matchmaking.queries.participations import participations
from elmo_events.matchmaking.queries.plans import ON_ITS_WAY, plan_of, plan_on_its_way, plans_of
from elmo_events.organisers.guards import member
from elmo_events.timetable.queries import slots


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/plans", methods=["GET", "POST"])
def plans(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    form = PlanForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            ordered = actions.order_plan(matchmaking, form.seconds.data, member())
            return redirect(url_for("matchmaking.plan", event_id=event_id, plan_id=ordered.id))
    return page(
        "matchmaking/organiser/plans.html",
        event=event,
        matchmaking=matchmaking,
        form=form,
        plans=plans_of(matchmaking),
        running=plan_on_its_way(matchmaking),
        labels=labels,
    )


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/plans/<int:plan_id>")
def plan(event_id: int, plan_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    found = _plan(matchmaking, plan_id)
    names = names_for(event, participations(event), slots(event))
    said: dict[str, Any] = found.result or {}
    return page(
        "matchmaking/organiser/plan.html",
        event=event,
        matchmaking=matchmaking,
        plan=found,
        is_running=found.state in ON_ITS_WAY,
        chart=chart_of(found.progress),
        proven=[labels.saying_text(each, names) for each in said.get("proven", ())],
        reasons=[labels.saying_text(each, names) for each in said.get("reasons", ())],
        labels=labels,
    )


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/plans/<int:plan_id>/stop", methods=["POST"])
def stop_plan(event_id: int, plan_id: int) -> Response:
    found = _plan(matchmaking_in(event_of(event_id)), plan_id)
    with transaction():
        actions.stop(found)
    return redirect(url_for("matchmaking.plan", event_id=event_id, plan_id=plan_id))


def _plan(matchmaking: Matchmaking, number: int) -> Plan:
    return plan_of(matchmaking, number) or abort(404)
