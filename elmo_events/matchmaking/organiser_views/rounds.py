"""Speed networking: rounds without requests, in which everybody meets new and useful others."""

from collections.abc import Sequence

from flask import redirect, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.rounds import order_rounds
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.rounds import MOST_ROUNDS, RoundsForm
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.queries.plans import plan_on_its_way, plans_of
from elmo_events.matchmaking.queries.round_list import rounds_of
from elmo_events.matchmaking.queries.rounds import slots_to_come
from elmo_events.matchmaking.rules import PlanKind
from elmo_events.organisers.guards import member
from elmo_events.timetable.models import Block
from elmo_events.timetable.queries import blocks


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/rounds", methods=["GET", "POST"])
def rounds(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    to_come = [block for block in blocks(event) if slots_to_come(block, now())]
    form = _form(event, to_come)
    if form.validate_on_submit():
        chosen = next(block for block in to_come if block.id == form.block.data)
        with form.showing_refusals(), transaction():
            order_rounds(matchmaking, chosen, member(), form.number.data)
            return redirect(url_for("matchmaking.rounds", event_id=event_id))
    newest = next(iter(plans_of(matchmaking, PlanKind.ROUNDS, most=1)), None)
    return page(
        "matchmaking/organiser/rounds.html",
        event=event,
        form=form,
        blocks=to_come,
        newest=newest,
        running=plan_on_its_way(matchmaking, PlanKind.ROUNDS),
        made=rounds_of(newest) if newest else [],
    )


def _form(event: Event, to_come: Sequence[Block]) -> RoundsForm:
    most = max((len(slots_to_come(block, now())) for block in to_come), default=1)
    form = RoundsForm(number=min(most, MOST_ROUNDS))
    form.block.choices = choices([(block.id, _block_text(event, block)) for block in to_come])
    return form


def _block_text(event: Event, block: Block) -> str:
    span = dates.span_text(block.starts_at, block.ends_at, current_language(), event.time_zone)
    left = len(slots_to_come(block, now()))
    return str(ngettext("%(span)s: %(num)s slot", "%(span)s: %(num)s slots", left, span=span))
