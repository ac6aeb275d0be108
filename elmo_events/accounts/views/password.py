"""A forgotten password, and the link that sets a new one."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts import actions, rules
from elmo_events.accounts.blueprint import blueprint
from elmo_events.accounts.forms import ForgottenPasswordForm, ResetPasswordForm
from elmo_events.accounts.guards import begin_session
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit, origin


@open_to_all
@blueprint.route("/<language>/forgotten-password", methods=["GET", "POST"])
def forgotten_password() -> Any:
    """Answers the same for every address, so that nobody learns who has an account."""
    form = ForgottenPasswordForm()
    if form.validate_on_submit():
        address = rules.normal_address(form.email.data or "")
        limit("forgotten-password", address, most=5, seconds=3600)
        limit("forgotten-password-origin", origin(), most=300, seconds=600)
        with transaction():
            actions.ask_for_new_password(address)
        return page("accounts/password_link_sent.html", address=address)
    return page("accounts/forgotten_password.html", form=form)


@open_to_all
@blueprint.route("/<language>/password/<token>", methods=["GET", "POST"])
def reset_password(token: str) -> Any:
    account = actions.account_of_password_link(token)
    if account is None:
        return page("accounts/password_link_used.html")[0], 410
    form = ResetPasswordForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            account = actions.set_password_by_link(token, form.password.data or "")
            begin_session(account)
            flash(_("Your password is set, and you are signed in."), "success")
            return redirect(url_for("organisers.start"))
    return page("accounts/reset_password.html", form=form, account=account)
