"""An organiser's own details."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.network.queries import network_regions
from elmo_events.organisers import actions, queries
from elmo_events.organisers.blueprint import blueprint
from elmo_events.organisers.forms import OrganiserForm
from elmo_events.organisers.guards import member


@organiser_role("editor")
@blueprint.get("/<language>/organiser/organisers/<int:organiser_id>")
def organiser_settings(organiser_id: int) -> Any:
    organiser = queries.organiser(organiser_id) or abort(404)
    notice = queries.newest_privacy_notice(organiser_id)
    return page("organisers/organiser_settings.html", organiser=organiser, notice=notice)


@organiser_role("manager")
@blueprint.route("/<language>/organiser/organisers/<int:organiser_id>/details", methods=["GET", "POST"])
def edit_organiser(organiser_id: int) -> Any:
    organiser = queries.organiser(organiser_id) or abort(404)
    form = OrganiserForm(obj=organiser)
    offer_regions(form)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_organiser(organiser, member(), **form.facts)
            flash(_("Saved."), "success")
            return redirect(url_for("organisers.organiser_settings", organiser_id=organiser_id))
    return page("organisers/edit_organiser.html", form=form, organiser=organiser)


def offer_regions(form: OrganiserForm) -> None:
    form.offer_regions([(region.code, region.name_in(current_language())) for region in network_regions()])
