"""What if there were more tables, other slots, one more block? Compared in seconds, before anything is decided."""

from flask import redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.incoming import whole_number
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.plans import WhatIfForm
from elmo_events.matchmaking.labels.plans import alternative_text
from elmo_events.matchmaking.models import Matchmaking, Plan
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.queries.plans import ON_ITS_WAY, plan_of, plans_of
from elmo_events.matchmaking.rules import PlanKind
from elmo_events.organisers.guards import member

SUGGESTED = ({"tables": 2}, {"tables": -2}, {"slot_minutes": 20}, {"extra_minutes": 60})


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/what-if", methods=["GET", "POST"])
def what_if(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    shown = _shown(matchmaking)
    typed = shown.options["alternatives"] if shown else SUGGESTED
    form = WhatIfForm(data={"rows": typed} if request.method == "GET" else None)
    if form.validate_on_submit():
        if not form.alternatives:
            form.add_error(None, _("Change something in at least one row."))
        else:
            with form.showing_refusals(), transaction():
                ordered = actions.order_what_if(matchmaking, form.alternatives, member())
                return redirect(url_for("matchmaking.what_if", event_id=event_id, plan=ordered.id))
    return page(
        "matchmaking/organiser/what_if.html",
        event=event,
        form=form,
        plan=shown,
        is_running=shown is not None and shown.state in ON_ITS_WAY,
        texts=[_("As it is now"), *map(alternative_text, shown.options["alternatives"])] if shown else [],
    )


def _shown(matchmaking: Matchmaking) -> Plan | None:
    """The comparison that the address names, or the newest."""
    wanted = request.args.get("plan", type=whole_number)
    named = plan_of(matchmaking, wanted, PlanKind.WHAT_IF) if wanted else None
    return named or next(iter(plans_of(matchmaking, PlanKind.WHAT_IF, 1)), None)
