"""When somebody can meet: free in every slot that they don't take away."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.availability import say_when_free
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.availability import AvailabilityForm
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.queries.availability import own_blocks


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/availability", methods=["GET", "POST"])
def availability(slug: str) -> Any:
    event, _matchmaking, participation = taking_part(slug)
    blocks = own_blocks(participation)
    all_slots = [own for block in blocks for own in block.slots]
    form = AvailabilityForm()
    form.slots.choices = choices([(own.slot.id, "") for own in all_slots])
    if not form.is_submitted():
        form.slots.data = [own.slot.id for own in all_slots if own.is_free]
    elif form.validate():
        kept = {own.slot.id for own in all_slots if own.meeting is not None}  # their boxes can't be sent
        free = form.free({block.block.id: {own.slot.id for own in block.slots} for block in blocks})
        with form.showing_refusals(), transaction():
            changed = say_when_free(participation, free | kept)
            flash(_("Your changes are saved.") if changed else _("Nothing has changed."), "success")
            return redirect(url_for(".availability", slug=slug))
    return page("matchmaking/availability.html", form=form, event=event, blocks=blocks, participation=participation)
