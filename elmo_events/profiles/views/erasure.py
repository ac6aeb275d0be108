"""Erasing one's own profile or account, after a page that says what that means."""

from typing import Any

from flask import abort, flash, redirect, session, url_for
from flask_babel import gettext as _
from flask_login import logout_user

from elmo_events.accounts.guards import account_or_403
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


@signed_in
@blueprint.route("/<language>/account/erasure", methods=["GET", "POST"])
def erase_account() -> Any:
    """For participants; accounts of those who work for an organiser are closed by administrators."""
    account = account_or_403()
    if not account.is_participant:
        abort(404)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.erase_account(account)
            logout_user()
            session.clear()
            flash(_("Your account has been deleted."), "success")
            return redirect(url_for("site.front_page"))
    return page("profiles/erase_account.html", form=form)
