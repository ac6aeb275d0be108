"""Answering a request from the e-mail, without signing in: a page with one button, since opening a link must change nothing."""

from typing import Any

from flask import Response, abort, make_response, redirect, render_template, url_for

from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.matchmaking.actions.answer import accept, decline
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.request import DeclineForm, SlotForm
from elmo_events.matchmaking.labels.requests import CLOSED_REQUESTS
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest
from elmo_events.matchmaking.queries.meetings import meeting_of
from elmo_events.matchmaking.queries.participations import matchmaking_of
from elmo_events.matchmaking.queries.request_links import ACCEPT, DECLINE, answer_by_token, answer_token
from elmo_events.matchmaking.queries.rooms import room_of
from elmo_events.matchmaking.rules import RequestState
from elmo_events.matchmaking.views.slots import free_slots, has_days, slot_of

TRIES, WINDOW = 30, 600
HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}


@open_to_all
@blueprint.route("/<language>/meeting-requests/<token>", methods=["GET", "POST"])
def answer_by_link(token: str) -> Any:
    answer = answer_by_token(token)
    if answer is None:
        return _personal((render_template("matchmaking/dead_link.html"), 404))
    limit("answer by link", str(answer.request.id), TRIES, WINDOW)
    matchmaking = matchmaking_of(answer.request.event) or abort(404)
    if answer.accepts:
        return _accepting(token, answer.request, matchmaking)
    return _declining(token, answer.request, matchmaking)


def _accepting(token: str, request: MeetingRequest, matchmaking: Matchmaking) -> Any:
    form = SlotForm()
    form.offer_slots(free_slots(matchmaking, request.sender, request.recipient), request.slot_id)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            accept(request, slot=slot_of(request.event, form.slot_id))
            return _personal(redirect(url_for(".answer_by_link", token=token)))
    return _shown(request, form, matchmaking, accepts=True)


def _declining(token: str, request: MeetingRequest, matchmaking: Matchmaking) -> Any:
    form = DeclineForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            decline(request, form.reason.data or "")
            return _personal(redirect(url_for(".answer_by_link", token=token)))
    return _shown(request, form, matchmaking, accepts=False)


def _shown(request: MeetingRequest, form: SlotForm | DeclineForm, matchmaking: Matchmaking, *, accepts: bool) -> Any:
    is_open = request.state == RequestState.PENDING and request.expires_at > now()
    closed = CLOSED_REQUESTS[RequestState.EXPIRED if request.state == RequestState.PENDING else request.state]
    meeting = meeting_of(request)
    return _personal(
        page(
            "matchmaking/answer_by_link.html",
            event=request.event,
            request=request,
            accepts=accepts,
            is_open=is_open,
            closed=closed,
            meeting=meeting,
            room=room_of(meeting, matchmaking) if meeting else None,
            other_token=answer_token(request, DECLINE if accepts else ACCEPT),
            form=form,
            has_days=has_days(request.event),
        )
    )


def _personal(answer: Any) -> Response:
    """For one person: nobody keeps, finds or passes on its address."""
    response = make_response(answer)
    response.headers.update(HEADERS)
    return response
