"""One's own account: name, language, password, sessions."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts import actions
from elmo_events.accounts.blueprint import blueprint
from elmo_events.accounts.forms import ChangePasswordForm, OwnAccountForm
from elmo_events.accounts.guards import account_or_403, begin_session
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit


@signed_in
@blueprint.route("/<language>/account", methods=["GET", "POST"])
def own_account() -> Any:
    account = account_or_403()
    form = OwnAccountForm(obj=account)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_own_account(account, form.name.data or "", form.language.data)
            return _back(_("Saved."))
    return page("accounts/own_account.html", form=form)


@signed_in
@blueprint.route("/<language>/account/password", methods=["GET", "POST"])
def change_password() -> Any:
    account = account_or_403()
    form = ChangePasswordForm()
    if form.validate_on_submit():
        limit("change-password", str(account.id), most=10, seconds=900)
        with form.showing_refusals(), transaction():
            actions.change_password(account, form.current.data or "", form.password.data or "")
            begin_session(account)
            return _back(_("Your password has been changed. You have been signed out on your other devices."))
    return page("accounts/change_password.html", form=form)


@signed_in
@blueprint.post("/<language>/account/sessions")
def end_other_sessions() -> Any:
    account = account_or_403()
    with transaction():
        actions.sign_out_everywhere(account)
        begin_session(account)
    return _back(_("You have been signed out on your other devices."))


def _back(sentence: str) -> Any:
    flash(sentence, "success")
    return redirect(url_for("accounts.own_account"))
