"""An organiser acts for a participant: their requests and meetings, when they can meet, and a request in their name."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.incoming import whole_number
from elmo_events.foundation.pages import page
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import act
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.acting import AskForForm
from elmo_events.matchmaking.labels.requests import REQUEST_STATES
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest, Participation
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.queries import acting as queries
from elmo_events.matchmaking.queries.availability import own_blocks
from elmo_events.matchmaking.queries.participations import participation
from elmo_events.matchmaking.queries.visible import visible_participation
from elmo_events.matchmaking.views.own_times import free_after, times_form
from elmo_events.matchmaking.views.slots import free_slots, slot_of
from elmo_events.organisers.guards import member

Answer = tuple[str, int] | Response
PERSON = "/<language>/organiser/events/<int:event_id>/meetings/people/<int:participation_id>"


@organiser_role("editor")
@blueprint.get(PERSON)
def acting(event_id: int, participation_id: int) -> tuple[str, int]:
    event, matchmaking, person = _found(event_id, participation_id)
    return page(
        "matchmaking/organiser/acting.html",
        event=event,
        matchmaking=matchmaking,
        person=person,
        requests=queries.requests_with(person),
        meetings=queries.meetings_with(person),
        states=REQUEST_STATES,
        moment=now(),
    )


@organiser_role("editor")
@blueprint.route(PERSON + "/availability", methods=["GET", "POST"])
def act_on_availability(event_id: int, participation_id: int) -> Answer:
    event, _matchmaking, person = _found(event_id, participation_id)
    blocks = own_blocks(person)
    form = times_form(blocks)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            changed = act.change_times_for(person, free_after(form, blocks), member())
            flash(_("Saved. %(name)s is told.", name=person.name) if changed else _("Nothing has changed."), "success")
            return _back(event, person)
    person = participation(event, participation_id) or abort(404)  # they may be gone since
    return page("matchmaking/organiser/act_on_availability.html", event=event, person=person, form=form, blocks=blocks)


@organiser_role("editor")
@blueprint.route(PERSON + "/request", methods=["GET", "POST"])
def act_by_asking(event_id: int, participation_id: int) -> Answer:
    """First whom to ask, then, where people choose their slots, when: the address says whom."""
    event, matchmaking, person = _found(event_id, participation_id)
    people = queries.people_to_ask(person)
    recipient = visible_participation(person, request.args.get("whom", 0, type=whole_number))
    form = AskForForm()
    form.offer_slots(free_slots(matchmaking, person, recipient) if recipient else [])
    if recipient and form.validate_on_submit():
        with form.showing_refusals(), transaction():
            slot = slot_of(event, form.slot_id)
            act.ask_for(person, recipient, member(), message=form.message.data or "", slot=slot)
            flash(_("The request is on its way. Both are told."), "success")
            return _back(event, person)
    return page(
        "matchmaking/organiser/act_by_asking.html",
        event=event,
        person=person,
        people=people,
        recipient=recipient,
        form=form,
    )


@organiser_role("editor")
@blueprint.post(PERSON + "/requests/<int:request_id>")
def act_by_answering(event_id: int, participation_id: int, request_id: int) -> Answer:
    event, _matchmaking, person = _found(event_id, participation_id)
    found = queries.request_with(person, request_id) or abort(404)
    steps: dict[str, Any] = {"accept": act.accept_for, "decline": act.decline_for, "withdraw": act.withdraw_for}
    what = request.form.get("what", "")
    if what not in steps or _is_sender(found, person) != (what == "withdraw"):
        abort(404)
    try:
        with transaction():
            steps[what](person, found, member())
            flash(_("Done. Both are told."), "success")
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
    return _back(event, person)


@organiser_role("editor")
@blueprint.post(PERSON + "/meetings/<int:meeting_id>/cancellation")
def act_by_cancelling(event_id: int, participation_id: int, meeting_id: int) -> Answer:
    event, _matchmaking, person = _found(event_id, participation_id)
    meeting = queries.meeting_with(person, meeting_id) or abort(404)
    try:
        with transaction():
            act.cancel_for(person, meeting, member())
            flash(_("The meeting is cancelled. Both are told."), "success")
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
    return _back(event, person)


def _found(event_id: int, participation_id: int) -> tuple[Event, Matchmaking, Participation]:
    """A person of this event; another event's does not exist here."""
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    return event, matchmaking, participation(event, participation_id) or abort(404)


def _is_sender(found: MeetingRequest, person: Participation) -> bool:
    return found.sender_id == person.id


def _back(event: Event, person: Participation) -> Response:
    return redirect(url_for("matchmaking.acting", event_id=event.id, participation_id=person.id))
