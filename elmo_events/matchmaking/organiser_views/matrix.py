"""Which types of organisations may meet at an event."""

from collections.abc import Sequence

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import settings as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.matrix import MatrixForm, choice_of
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.queries.against_rules import count_forbidden_meetings
from elmo_events.network.models import OrganisationType
from elmo_events.network.queries.terms import organisation_types
from elmo_events.organisers.guards import member

Row = tuple[OrganisationType, list[tuple[OrganisationType, str]]]


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/matrix", methods=["GET", "POST"])
def matrix(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    rows = _rows(organisation_types())
    offered = [choice for _kind, row in rows for _other, choice in row]
    form = MatrixForm(allowed=_allowed(matchmaking, offered))
    form.allowed.choices = choices([(choice, choice) for choice in offered])
    if form.validate_on_submit():
        forbidden = set() if "everybody" in request.form else form.forbidden
        with form.showing_refusals(), transaction():
            actions.change_matrix(matchmaking, form.offered, forbidden, member())
            flash(_("Saved."), "success")
            return redirect(url_for("matchmaking.matrix", event_id=event_id))
    return page(
        "matchmaking/organiser/matrix.html",
        event=event,
        form=form,
        rows=rows,
        name=lambda kind: kind.name_in(current_language()),
        forbidden_meetings=count_forbidden_meetings(matchmaking),
    )


def _rows(kinds: Sequence[OrganisationType]) -> list[Row]:
    """Each pair once: every type with itself and with those before it."""
    return [
        (kind, [(other, choice_of(kind.slug, other.slug)) for other in kinds[: place + 1]])
        for place, kind in enumerate(kinds)
    ]


def _allowed(matchmaking: Matchmaking, offered: Sequence[str]) -> list[str]:
    forbidden = {choice_of(*pair) for pair in matchmaking.forbidden_types}
    return [choice for choice in offered if choice not in forbidden]
