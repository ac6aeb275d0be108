"""Asking somebody for a meeting."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.matchmaking.actions.ask import ask as ask_for_meeting
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.request import AskForm
from elmo_events.matchmaking.guards import TakingPart, taking_part
from elmo_events.matchmaking.models import Participation
from elmo_events.matchmaking.queries import requests as queries
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.visible import visible_participation
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.matchmaking.views.slots import free_slots, has_days, slot_of
from elmo_events.profiles.labels import DIRECTION_TITLES
from elmo_events.profiles.models import Statement
from elmo_events.profiles.queries.pictures import picture_mark

TRIES, WINDOW = 60, 3600
TRIES_WITH_ONE, DAY = 5, 86400  # each is a letter to them, also when it is withdrawn at once


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/people/<int:participation_id>/request", methods=["GET", "POST"])
def ask(slug: str, participation_id: int) -> Any:
    own = taking_part(slug)
    other = visible_participation(own.participation, participation_id) or abort(404)
    if known := queries.pending_between(own.participation, other):
        return redirect(url_for(".request_page", slug=slug, request_id=known.id))
    form = _form(own, other)
    if form.validate_on_submit():
        limit("ask", str(own.participation.id), TRIES, WINDOW)
        limit("ask one person", f"{own.participation.id} {participation_id}", TRIES_WITH_ONE, DAY)
        with form.showing_refusals(), transaction():
            ask_for_meeting(
                own.participation,
                other,
                message=form.message.data or "",
                what_you_gain=form.what_you_gain.data or "",
                statement=_cited(other, form.statement_id),
                slot=slot_of(own.event, form.slot_id),
            )
            flash(_("Your request is on its way to %(name)s.", name=other.name), "success")
            return redirect(url_for(".requests", slug=slug))
    other = visible_participation(own.participation, participation_id) or abort(404)  # they may be gone since
    return page(
        "matchmaking/ask.html",
        event=own.event,
        other=other,
        mark=picture_mark(other.profile),
        form=form,
        has_days=has_days(own.event),
        phase=queries.phase_at(own.matchmaking, now()),
        opens_at=own.matchmaking.opens_at,
        is_agreed=meeting_between(own.participation, other) is not None,
        has_no_time=_has_no_time(own, form),
    )


def _form(own: TakingPart, other: Participation) -> AskForm:
    form, asked_for = AskForm(), queries.slots_asked_for(own.participation)
    slots = free_slots(own.matchmaking, own.participation, other, asked_for)
    form.offer_slots(slots, next((number for number, _time in slots if number not in asked_for), None))
    language = current_language()
    titles = [
        (one.id, f"{DIRECTION_TITLES[one.direction]}: {one.title_in(language).text}")
        for one in queries.statements_to_cite(other)
    ]
    form.offer_statements(titles, request.args.get("statement", type=int))
    return form


def _cited(other: Participation, number: int | None) -> Statement | None:
    return next((one for one in queries.statements_to_cite(other) if one.id == number), None)


def _has_no_time(own: TakingPart, form: AskForm) -> bool:
    return own.matchmaking.mode == MatchmakingMode.FIRST_COME and "slot" not in form
