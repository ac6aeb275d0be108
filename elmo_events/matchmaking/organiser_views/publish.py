"""Publishing the timetable: what changes for whom, and the button."""

from flask import flash, redirect, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response
from wtforms import HiddenField

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.publish import publish_timetable
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.labels.plans import saying_text
from elmo_events.matchmaking.models import Plan
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.organiser_views.names import names_for
from elmo_events.matchmaking.queries.board import board
from elmo_events.matchmaking.queries.publication import changed_agendas, mark_of
from elmo_events.organisers.guards import member


class PublishForm(ConfirmForm):
    seen = HiddenField()  # the mark of the draft that this page shows


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/publication", methods=["GET", "POST"])
def publish(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    form = PublishForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            changed = publish_timetable(matchmaking, form.seen.data or "", member())
            flash(ngettext("%(num)s meeting is published.", "%(num)s meetings are published.", len(changed)), "success")
            return redirect(url_for("matchmaking.publish", event_id=event_id))
    view = board(matchmaking, now(), with_open_slots=False)
    form.seen.data = mark_of(view.meetings())
    names = names_for(event, view.people, view.slots)
    plan = db.session.get(Plan, matchmaking.draft_plan_id) if matchmaking.draft_plan_id else None
    return page(
        "matchmaking/organiser/publish.html",
        event=event,
        matchmaking=matchmaking,
        form=form,
        view=view,
        agendas=changed_agendas(view),
        slot_texts=names.slots,
        proven=[saying_text(said, names) for said in plan.result.get("proven", ())] if plan else [],
    )
