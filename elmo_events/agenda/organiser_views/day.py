"""The day, for staff: who is at which table now and next, who has come and who is missing."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.organiser_views.event_pages import event_with_meetings, meeting_at, person_at
from elmo_events.agenda.queries import tables as queries
from elmo_events.events.models import Event
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.links import external_url
from elmo_events.foundation.pages import page
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.arrive import arrive, miss
from elmo_events.matchmaking.actions.leave import leave
from elmo_events.matchmaking.queries.meetings import meetings_of
from elmo_events.organisers.guards import member
from elmo_events.timetable.models import Slot
from elmo_events.timetable.queries import slots

ARRIVED, ABSENT = "arrived", "absent"


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/day")
def day(event_id: int) -> Any:
    event, matchmaking = event_with_meetings(event_id)
    all_slots, moment = list(slots(event)), now()
    slot = _chosen(event, all_slots)
    name = request.args.get("name", "").strip()
    people = queries.people_named(event, name) if name else []
    return page(
        "agenda/day.html",
        event=event,
        slots=all_slots,
        slot=slot,
        running=queries.slot_now(event, moment),
        meetings=queries.meetings_in(slot) if slot else [],
        name=name,
        people=[(person, meetings_of(person)) for person in people],
        is_missing=lambda seat: queries.is_missing(seat, moment),
        moment=moment,
        wall_url=external_url("agenda.wall", slug=event.slug, token=queries.wall_token(matchmaking)),
    )


@organiser_role("editor")
@blueprint.post(
    "/<language>/organiser/events/<int:event_id>/meetings/day/<int:meeting_id>/people/<int:participation_id>"
)
def note_seat(event_id: int, meeting_id: int, participation_id: int) -> Response:
    """Somebody has come to the table of a meeting, or has not."""
    event, _matchmaking = event_with_meetings(event_id)
    person = person_at(event, participation_id)
    meeting = meeting_at(person, meeting_id)
    note = {ARRIVED: arrive, ABSENT: miss}.get(request.form.get("what", "")) or abort(400)
    slot_id = meeting.published_slot_id
    try:
        with transaction():
            note(meeting, person, member())
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
    return redirect(url_for(".day", event_id=event_id, slot=slot_id))


@organiser_role("editor")
@blueprint.route(
    "/<language>/organiser/events/<int:event_id>/meetings/day/people/<int:participation_id>/gone",
    methods=["GET", "POST"],
)
def note_departure(event_id: int, participation_id: int) -> Any:
    """Somebody can't come, or has gone: all their meetings that have not begun are cancelled."""
    event, _matchmaking = event_with_meetings(event_id)
    person, form = person_at(event, participation_id), ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            leave(person)
            flash(_("Their meetings are cancelled, and the others have been told."), "success")
            return redirect(url_for(".day", event_id=event_id))
    moment = now()
    ahead = [each for each in meetings_of(person) if each.published_slot and each.published_slot.starts_at > moment]
    return page("agenda/note_departure.html", event=event, form=form, person=person, ahead=ahead)


def _chosen(event: Event, all_slots: list[Slot]) -> Slot | None:
    """The slot that the address asks for; else that which is going on, or comes next; else the last one."""
    asked = request.args.get("slot", type=int)
    wanted = next((slot for slot in all_slots if slot.id == asked), None)
    moment = now()
    current = queries.slot_now(event, moment) or queries.slot_next(event, moment)
    return wanted or current or (all_slots[-1] if all_slots else None)
