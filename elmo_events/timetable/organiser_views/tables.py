"""Where an event's meetings can be held: tables, booths of hosts, video rooms."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import Form, choices
from elmo_events.foundation.pages import page
from elmo_events.foundation.refusals import Refusal
from elmo_events.organisers.guards import member
from elmo_events.timetable import queries
from elmo_events.timetable.actions import tables as actions
from elmo_events.timetable.blueprint import blueprint
from elmo_events.timetable.forms.table import BoothForm, CountForm, NameForm, VideoRoomForm
from elmo_events.timetable.labels import KIND_LABELS
from elmo_events.timetable.organiser_views.event_pages import table_in
from elmo_events.timetable.rules import TableKind

Answer = tuple[str, int] | Response
FORMS: dict[TableKind, type[NameForm]] = {
    TableKind.TABLE: NameForm,
    TableKind.BOOTH: BoothForm,
    TableKind.VIDEO: VideoRoomForm,
}


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/tables", methods=["GET", "POST"])
def tables(event_id: int) -> Answer:
    """Three forms on one page; the field `adds` says which of them was sent."""
    event, adds = event_of(event_id), request.form.get("adds")
    count_form = CountForm(prefix="tables-", formdata=request.form if adds == "tables" else None)
    booth_form = _form(event, TableKind.BOOTH, prefix="booth-", formdata=request.form if adds == "booth" else None)
    video_form = _form(event, TableKind.VIDEO, prefix="video-", formdata=request.form if adds == "video" else None)
    sent: dict[str | None, Form] = {"tables": count_form, "booth": booth_form, "video": video_form}
    form = sent.get(adds)
    if form is not None and form.validate_on_submit():
        with form.showing_refusals(), transaction():
            _add(event, form, adds)
            return redirect(url_for("timetable.tables", event_id=event_id))
    return page(
        "timetable/tables.html",
        event=event,
        tables=queries.tables(event),
        count_form=count_form,
        booth_form=booth_form,
        video_form=video_form,
        adds=adds,
        kind_labels=KIND_LABELS,
    )


def _add(event: Event, form: Any, adds: str | None) -> None:
    if isinstance(form, CountForm):
        count = form.count.data or 0
        actions.add_tables(event, count, member())
        flash(ngettext("%(num)s table is added.", "%(num)s tables are added.", count), "success")
        return
    made = actions.add_table(event, TableKind(adds or ""), form.facts, member())
    flash(_("%(name)s is added.", name=made.label), "success")


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/tables/<int:table_id>", methods=["GET", "POST"])
def table(event_id: int, table_id: int) -> Answer:
    event = event_of(event_id)
    shown = table_in(event, table_id)
    form = _form(event, TableKind(shown.kind), obj=shown)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_table(event, shown, form.facts, member())
            flash(_("Saved."), "success")
            return redirect(url_for("timetable.tables", event_id=event_id))
    return page("timetable/table.html", event=event, form=form, table=shown)


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/meetings/tables/<int:table_id>/opening")
def open_table(event_id: int, table_id: int) -> Answer:
    event = event_of(event_id)
    with transaction():
        actions.open_table(event, table_in(event, table_id), request.form.get("open") == "yes", member())
        return redirect(url_for("timetable.tables", event_id=event_id))


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/meetings/tables/<int:table_id>/place")
def move_table(event_id: int, table_id: int) -> Answer:
    event = event_of(event_id)
    with transaction():
        actions.move_table(event, table_in(event, table_id), -1 if request.form.get("to") == "earlier" else 1, member())
        return redirect(url_for("timetable.tables", event_id=event_id, _anchor=f"table-{table_id}"))


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/meetings/tables/<int:table_id>/removal")
def remove_table(event_id: int, table_id: int) -> Answer:
    event = event_of(event_id)
    shown = table_in(event, table_id)
    try:
        with transaction():
            actions.remove_table(event, shown, member())
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
        return redirect(url_for("timetable.table", event_id=event_id, table_id=table_id))
    flash(_("%(name)s is removed.", name=shown.label), "success")
    return redirect(url_for("timetable.tables", event_id=event_id))


def _form(event: Event, kind: TableKind, **options: Any) -> Any:
    form = FORMS[kind](**options)
    if isinstance(form, BoothForm):
        hosts = [(host.id, f"{host.name}, {host.organisation}") for host in queries.possible_hosts(event)]
        form.host_registration_id.choices = choices([("", _("No host yet")), *hosts])
    return form
