"""Steps in an event's life: publish, hide, cancel, copy, delete. Each has a page that says what it means."""

from datetime import timedelta

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events import actions
from elmo_events.events.blueprint import blueprint
from elmo_events.events.forms import CancelForm, ConfirmForm, CopyForm
from elmo_events.events.guards import event_of
from elmo_events.events.organiser_views.editor import editor_page
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.organisers.guards import member

Answer = tuple[str, int] | Response


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/publication", methods=["GET", "POST"])
def publish_event(event_id: int) -> Answer:
    event = event_of(event_id)
    form = ConfirmForm(seen=event.changed_at.isoformat())
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.publish(event, member(), form.seen_at)
            flash(_("The event is published. Now share its address."), "success")
            return redirect(url_for("events.publish_event", event_id=event_id))
    if form.form_errors:
        form.seen.data = event.changed_at.isoformat()
    return editor_page("events/publish_event.html", event, form=form)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/hiding", methods=["GET", "POST"])
def hide_event(event_id: int) -> Answer:
    event, form = event_of(event_id), ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.hide(event, member())
            flash(_("The event is a draft again. Nobody else sees it."), "success")
            return redirect(url_for("events.edit_event", event_id=event_id))
    return editor_page("events/hide_event.html", event, form=form)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/cancellation", methods=["GET", "POST"])
def cancel_event(event_id: int) -> Answer:
    event = event_of(event_id)
    form = CancelForm(seen=event.changed_at.isoformat())
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.cancel(event, form.reason.data, member(), form.seen_at)
            flash(_("The event is cancelled. Everybody who has registered is told by email."), "success")
            return redirect(url_for("events.edit_event", event_id=event_id))
    if form.form_errors:
        form.seen.data = event.changed_at.isoformat()
    return editor_page("events/cancel_event.html", event, form=form)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/copy", methods=["GET", "POST"])
def copy_event(event_id: int) -> Answer:
    event = event_of(event_id)
    form = CopyForm(first_day=max(event.first_start_local, now()).date() + timedelta(weeks=4))
    if form.validate_on_submit() and form.first_day.data:
        with form.showing_refusals(), transaction():
            made = actions.copy(event, form.first_day.data, member())
            flash(_("Here is the copy, a draft. Check its dates, then publish it."), "success")
            return redirect(url_for("events.edit_dates", event_id=made.id))
    return editor_page("events/copy_event.html", event, form=form)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/deletion", methods=["GET", "POST"])
def delete_event(event_id: int) -> Answer:
    event, form = event_of(event_id), ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.delete(event, member())
            flash(_("The draft is deleted."), "success")
            return redirect(url_for("events.organiser_events", show="drafts"))
    return editor_page("events/delete_event.html", event, form=form)
