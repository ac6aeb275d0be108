"""Signing in and out."""

from typing import Any

from flask import flash, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import login_user, logout_user

from elmo_events.accounts import actions, rules
from elmo_events.accounts.blueprint import blueprint
from elmo_events.accounts.forms import SignInForm
from elmo_events.accounts.guards import signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.foundation.access import open_to_all, signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit, origin


@open_to_all
@blueprint.route("/<language>/sign-in", methods=["GET", "POST"])
def sign_in() -> Any:
    if signed_in_account() is not None:
        return redirect(_target(request.args.get("next", "")))
    form = SignInForm(next=request.args.get("next", ""))
    if form.validate_on_submit():
        _limit_tries(form.email.data or "")
        with form.showing_refusals():
            account = actions.account_that_signs_in(form.email.data or "", form.password.data or "")
            with transaction():
                actions.note_sign_in(account, form.password.data or "")
            begin_session(account)
            return redirect(_target(form.next.data or ""))
    return page("accounts/sign_in.html", form=form)


@signed_in
@blueprint.post("/<language>/sign-out")
def sign_out() -> Any:
    logout_user()
    session.clear()
    flash(_("You have signed out."), "success")
    return redirect(url_for("site.front_page"))


def begin_session(account: Account) -> None:
    """A new session: whatever an earlier one held is dropped, so that nobody can prepare it."""
    session.clear()
    login_user(account)
    session.permanent = True


def _target(target: str) -> str:
    return target if rules.is_local_path(target) else url_for("organisers.start")


def _limit_tries(email: str) -> None:
    """Few for one address from one place, more for the address from anywhere, so that a stranger can't easily lock it."""
    address = rules.normal_address(email)
    limit("sign-in", f"{address} {origin()}", most=10, seconds=900)
    limit("sign-in-address", address, most=60, seconds=900)
    limit("sign-in-origin", origin(), most=300, seconds=600)
