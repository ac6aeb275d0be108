"""When somebody can meet: free in every slot that they don't take away."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.availability import say_when_free
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.queries.availability import own_blocks
from elmo_events.matchmaking.views.own_times import free_after, times_form


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/availability", methods=["GET", "POST"])
def availability(slug: str) -> Any:
    event, _matchmaking, participation = taking_part(slug)
    blocks = own_blocks(participation)
    form = times_form(blocks)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            changed = say_when_free(participation, free_after(form, blocks))
            flash(_("Your changes are saved.") if changed else _("Nothing has changed."), "success")
            return redirect(url_for(".availability", slug=slug))
    return page("matchmaking/availability.html", form=form, event=event, blocks=blocks, participation=participation)
