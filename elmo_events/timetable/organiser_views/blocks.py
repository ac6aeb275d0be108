"""When an event's meetings can be held: its blocks, one by one."""

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.foundation.refusals import Refusal
from elmo_events.organisers.guards import member
from elmo_events.timetable import queries
from elmo_events.timetable.actions import blocks as actions
from elmo_events.timetable.blueprint import blueprint
from elmo_events.timetable.forms.block import BlockForm
from elmo_events.timetable.models import Block
from elmo_events.timetable.organiser_views.event_pages import block_in
from elmo_events.timetable.rules import is_within, next_free

Answer = tuple[str, int] | Response


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/blocks", methods=["GET", "POST"])
def blocks(event_id: int) -> Answer:
    event = event_of(event_id)
    known = queries.blocks(event)
    form = BlockForm(zone=event.time_zone, spans=_part_spans(event), **_first_values(event, known))
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.add_block(event, form.facts, member())
            flash(_("The block is added."), "success")
            return redirect(url_for("timetable.blocks", event_id=event_id))
    spans = _part_spans(event)
    outside = {block.id for block in known if not is_within(block.starts_at, block.ends_at, spans)}
    return page("timetable/blocks.html", event=event, form=form, blocks=known, outside=outside)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/blocks/<int:block_id>", methods=["GET", "POST"])
def block(event_id: int, block_id: int) -> Answer:
    event = event_of(event_id)
    shown = block_in(event, block_id)
    form = BlockForm(zone=event.time_zone, spans=_part_spans(event), **_values(event, shown))
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_block(event, shown, form.facts, member())
            flash(_("Saved."), "success")
            return redirect(url_for("timetable.blocks", event_id=event_id))
    return page("timetable/block.html", event=event, form=form, block=shown)


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/meetings/blocks/<int:block_id>/removal")
def remove_block(event_id: int, block_id: int) -> Answer:
    event = event_of(event_id)
    shown = block_in(event, block_id)
    try:
        with transaction():
            actions.remove_block(event, shown, member())
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
        return redirect(url_for("timetable.block", event_id=event_id, block_id=block_id))
    flash(_("The block is removed."), "success")
    return redirect(url_for("timetable.blocks", event_id=event_id))


def _values(event: Event, shown: Block) -> dict[str, Any]:
    starts, ends = (dates.local(moment, event.time_zone) for moment in (shown.starts_at, shown.ends_at))
    return {
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "slot_minutes": shown.slot_minutes,
        "pause_minutes": shown.pause_minutes,
        "title": shown.title,
    }


def _first_values(event: Event, known: Sequence[Block]) -> dict[str, Any]:
    """A new block begins in the first free time of the event, and its slots are as long as the last block's."""
    taken = [(one.starts_at, one.ends_at) for one in known]
    values: dict[str, Any] = {}
    if free := next_free(_part_spans(event), taken):
        starts, ends = (dates.local(moment, event.time_zone) for moment in free)
        values = {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}
    if known:
        values |= {"slot_minutes": known[-1].slot_minutes, "pause_minutes": known[-1].pause_minutes}
    return values


def _part_spans(event: Event) -> list[tuple[Any, Any]]:
    return [(part.starts_at, part.ends_at) for part in event.parts]
