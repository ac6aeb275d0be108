"""Answering a proposed change of the timetable, and asking somebody to meet in a slot that became free."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.guards import own_meeting_at
from elmo_events.foundation.access import open_to_all, signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.incoming import whole_number
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import repair as actions
from elmo_events.matchmaking.queries import repair as queries
from elmo_events.matchmaking.rules import RepairState

HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}


@open_to_all
@blueprint.route("/<language>/meetings/consent/<token>", methods=["GET", "POST"])
def consent(token: str) -> Any:
    """The link of a letter: who has it was asked, and need not sign in. Nothing is written before a button is pressed."""
    found = queries.proposal_by_token(token) or abort(404)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.answer(found.repair.id, found.consent.participation_id, request.form.get("answer") == "yes")
            return redirect(url_for(".consent", token=token))
    repair, person = found.repair, found.consent.participation
    asker = next((one for move in repair.moves for one in move.pair if one.id == repair.asked_by_id), None)
    written, status = page(
        "agenda/consent.html",
        event=person.event,
        form=form,
        repair=repair,
        consent=found.consent,
        person=person,
        asker=asker,
        own_moves=[move for move in repair.moves if person in move.pair],
        is_open=repair.state == RepairState.ASKING and repair.expires_at > now() and found.consent.answer is None,
    )
    return written, status, HEADERS


@signed_in
@blueprint.route("/<language>/events/<slug>/agenda/meetings/<int:meeting_id>/instead", methods=["GET", "POST"])
def free_slot(slug: str, meeting_id: int) -> Any:
    """Whom somebody could meet instead, in the slot of a meeting that the other cancelled or missed."""
    own, person, meeting = own_meeting_at(slug, meeting_id)
    slot = queries.slot_of(meeting)
    if slot is None or person not in queries.abandoned(meeting) or meeting.cancelled_at is None:
        abort(404)
    form = ConfirmForm()
    offers = queries.offers(person, slot) if slot.ends_at > now() else []
    if form.validate_on_submit():
        offer = next((each for each in offers if each.other.id == _asked_for()), None) or abort(404)
        with form.showing_refusals(), transaction():
            actions.ask_instead(person, offer.other, slot, meeting)
            flash(
                _("We have asked %(name)s. You get an email as soon as they agree.", name=offer.other.name), "success"
            )
            return redirect(url_for(".free_slot", slug=slug, meeting_id=meeting_id))
    return page(
        "agenda/free_slot.html",
        event=own.event,
        form=form,
        slot=slot,
        offers=offers,
        asked=queries.asked_already(meeting, person),
        is_over=slot.ends_at <= now(),
    )


def _asked_for() -> int:
    try:
        return whole_number(request.form.get("other", ""))
    except ValueError:
        return 0
