"""One's own requests: those to answer, those that wait, what was agreed, and what is over."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import answer as actions
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.request import DeclineForm, SlotForm
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.labels.requests import CLOSED_REQUESTS, REQUEST_STATES
from elmo_events.matchmaking.models import MeetingRequest, Participation
from elmo_events.matchmaking.queries import requests as queries
from elmo_events.matchmaking.queries.meetings import meeting_of, own_meeting
from elmo_events.matchmaking.queries.request_box import request_box
from elmo_events.matchmaking.queries.rooms import other_of, room_of
from elmo_events.matchmaking.rules import RequestState
from elmo_events.matchmaking.views.slots import free_slots, has_days, slot_of
from elmo_events.profiles.queries.pictures import picture_mark


@signed_in
@blueprint.get("/<language>/events/<slug>/meetings/requests")
def requests(slug: str) -> Any:
    event, matchmaking, own = taking_part(slug)
    return page(
        "matchmaking/requests.html",
        event=event,
        matchmaking=matchmaking,
        own=own,
        box=request_box(own),
        states=REQUEST_STATES,
        other_of=queries.other_of,
        partner_of=other_of,
        room_of=room_of,
    )


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/requests/<int:request_id>", methods=["GET", "POST"])
def request_page(slug: str, request_id: int) -> Any:
    """What is sent to it accepts the request."""
    event, matchmaking, own = taking_part(slug)
    request = queries.own_request(own, request_id) or abort(404)
    form = SlotForm()
    if form.is_submitted() and request.recipient_id != own.id:
        abort(404)
    form.offer_slots(free_slots(matchmaking, request.sender, request.recipient), request.slot_id)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.accept(request, slot=slot_of(event, form.slot_id))
            flash(_("You will meet %(name)s.", name=request.sender.name), "success")
            return redirect(url_for(".requests", slug=slug))
    request = queries.own_request(own, request_id) or abort(404)  # the other may be gone since
    other = queries.other_of(request, own)
    return page(
        "matchmaking/request_page.html",
        event=event,
        matchmaking=matchmaking,
        own=own,
        request=request,
        other=other,
        mark=picture_mark(other.profile) if other.profile else None,
        meeting=meeting_of(request),
        room_of=room_of,
        state=REQUEST_STATES[request.state],
        closed=CLOSED_REQUESTS.get(_state_now(request)),
        form=form,
        has_days=has_days(event),
    )


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/requests/<int:request_id>/refusal", methods=["GET", "POST"])
def decline(slug: str, request_id: int) -> Any:
    event, _matchmaking, own = taking_part(slug)
    request = _received(own, request_id)
    form = DeclineForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.decline(request, form.reason.data or "")
            flash(_("You have declined. We have told %(name)s.", name=request.sender.name), "success")
            return redirect(url_for(".requests", slug=slug))
    return page("matchmaking/decline.html", event=event, request=request, form=form)


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/requests/<int:request_id>/withdrawal", methods=["GET", "POST"])
def withdraw(slug: str, request_id: int) -> Any:
    event, _matchmaking, own = taking_part(slug)
    request = queries.own_request(own, request_id)
    if request is None or request.sender_id != own.id:
        abort(404)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.withdraw(request)
            flash(_("You have withdrawn your request."), "success")
            return redirect(url_for(".requests", slug=slug))
    return page("matchmaking/withdraw.html", event=event, request=request, form=form)


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/cancellations/<int:meeting_id>", methods=["GET", "POST"])
def cancel_meeting(slug: str, meeting_id: int) -> Any:
    event, matchmaking, own = taking_part(slug)
    meeting = own_meeting(own, meeting_id) or abort(404)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            cancel_by(own, meeting)
            flash(_("The meeting is cancelled. We have told %(name)s.", name=other_of(meeting, own).name), "success")
            return redirect(url_for(".requests", slug=slug))
    return page(
        "matchmaking/cancel_meeting.html",
        event=event,
        meeting=meeting,
        other=other_of(meeting, own),
        room=room_of(meeting, matchmaking),
        form=form,
    )


def _received(own: Participation, request_id: int) -> MeetingRequest:
    request = queries.own_request(own, request_id)
    if request is None or request.recipient_id != own.id:
        abort(404)
    return request


def _state_now(request: MeetingRequest) -> RequestState:
    """One that nobody has ended yet, though its time is over, counts as over."""
    is_over = request.state == RequestState.PENDING and request.expires_at <= now()
    return RequestState.EXPIRED if is_over else request.state
