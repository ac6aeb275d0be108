"""Erasing one's own profile, after a page that says what that means."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.profiles import actions
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.guards import profile_or_404


@signed_in
@blueprint.route("/<language>/profile/erasure", methods=["GET", "POST"])
def erase_profile() -> Any:
    profile = profile_or_404()
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.erase(profile)
            flash(_("Your profile has been erased."), "success")
            return redirect(url_for(".own_profile"))
    return page("profiles/erase_profile.html", form=form, profile=profile)
