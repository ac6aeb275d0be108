"""Whom one does not want to meet: a list that nobody else sees."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.profiles import actions
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.forms import AvoidanceForm
from elmo_events.profiles.guards import profile_or_404
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries import own
from elmo_events.profiles.queries.visible import may_see


@signed_in
@blueprint.route("/<language>/profile/avoidances", methods=["GET", "POST"])
def avoidances() -> Any:
    profile = own.own_profile(account_or_403())
    if profile is None:
        return redirect(url_for(".own_profile"))
    form = AvoidanceForm()
    if form.validate_on_submit():
        limit("avoidances", str(profile.id), most=60, seconds=600)
        with form.showing_refusals(), transaction():
            actions.avoid_organisation(profile, form.organisation.data or "")
            return _back(_("The organisation is on your list."))
    return page("profiles/avoidances.html", form=form, avoidances=own.avoidances(profile))


@signed_in
@blueprint.route("/<language>/profiles/<int:profile_id>/avoidance", methods=["GET", "POST"])
def avoid(profile_id: int) -> Any:
    profile = profile_or_404()
    other = db.session.get(Profile, profile_id)
    if other is None or other.id == profile.id or not may_see(profile.account, other):
        abort(404)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.avoid_person(profile, other)
            return _back(_("%(name)s is on your list.", name=other.name))
    return page("profiles/avoid.html", form=form, other=other)


@signed_in
@blueprint.post("/<language>/profile/avoidances/<int:avoidance_id>/removal")
def remove_avoidance(avoidance_id: int) -> Any:
    profile = profile_or_404()
    avoidance = own.own_avoidance(profile, avoidance_id) or abort(404)
    with transaction():
        actions.forget_avoidance(profile, avoidance)
    return _back(_("Removed from your list."))


def _back(sentence: str) -> Any:
    flash(sentence, "success")
    return redirect(url_for(".avoidances"))
