"""Leaving the meetings of an event."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.leave import leave as leave_meetings
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.queries.overview import overview


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/leave", methods=["GET", "POST"])
def leave(slug: str) -> Any:
    event, _matchmaking, participation = taking_part(slug)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            leave_meetings(participation)
            flash(_("You no longer take part in the meetings."), "success")
            return redirect(url_for(".meetings", slug=slug))
    return page("matchmaking/leave.html", form=form, event=event, overview=overview(participation))
