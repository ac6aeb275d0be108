"""The network administrators' list of organisers: creating them and appointing managers."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.organisers import actions, queries
from elmo_events.organisers.blueprint import blueprint
from elmo_events.organisers.forms import MemberForm, NewOrganiserForm
from elmo_events.organisers.rules import Role
from elmo_events.organisers.views.members import invite
from elmo_events.organisers.views.settings import offer_regions


@administrators_only
@blueprint.get("/<language>/network/organisers")
def network_organisers() -> Any:
    managers = queries.numbers_of_managers()
    return page("organisers/network_organisers.html", organisers=queries.organisers(), managers=managers)


@administrators_only
@blueprint.route("/<language>/network/organisers/new", methods=["GET", "POST"])
def new_organiser() -> Any:
    form = NewOrganiserForm()
    offer_regions(form)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            _create(form)
            flash(_("The organiser is created. Its first manager gets an email."), "success")
            return redirect(url_for("organisers.network_organisers"))
    return page("organisers/new_organiser.html", form=form)


@administrators_only
@blueprint.route("/<language>/network/organisers/<slug>/managers/new", methods=["GET", "POST"])
def appoint_manager(slug: str) -> Any:
    """For an organiser that lost its managers: the network administrator sees none of its registrants."""
    organiser = queries.organiser_by_slug(slug) or abort(404)
    form = MemberForm(language=current_language(), role=Role.MANAGER.value)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            invite(organiser, form, account_or_403())
            return redirect(url_for("organisers.network_organisers"))
    return page("organisers/appoint_manager.html", form=form, organiser=organiser)


def _create(form: NewOrganiserForm) -> None:
    organiser = actions.create_organiser(account_or_403(), **form.facts)
    actions.invite_member(
        organiser,
        account_or_403(),
        email=form.manager_email.data or "",
        name=form.manager_name.data or "",
        language=current_language(),
        role=Role.MANAGER,
    )
