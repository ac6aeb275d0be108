"""Signing in and out: by a link from an e-mail, or with a password for those who work for an organiser."""

from typing import Any

from flask import flash, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import logout_user

from elmo_events.accounts import actions, queries, rules
from elmo_events.accounts.blueprint import blueprint
from elmo_events.accounts.forms import SignInForm, SignInLinkForm
from elmo_events.accounts.guards import begin_session, signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.foundation.access import open_to_all, signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit, origin

BY_PASSWORD = "password"  # noqa: S105  a way to sign in


@open_to_all
@blueprint.route("/<language>/sign-in", methods=["GET", "POST"])
def sign_in() -> Any:
    """Two ways on one page: the button says which one was chosen."""
    if (account := signed_in_account()) is not None:
        return redirect(_target(request.args.get("next", ""), account))
    asked = request.args.get("next", "")
    form, link_form = SignInForm(next=asked), SignInLinkForm(next=asked, prefix="link")
    is_link = "link-email" in request.form and "password" not in request.form
    if is_link and link_form.validate_on_submit():
        return _send_link(link_form.email.data or "", link_form.next.data or "")
    if not is_link and form.validate_on_submit():
        _limit_tries(form.email.data or "")
        with form.showing_refusals():
            account = actions.account_that_signs_in(form.email.data or "", form.password.data or "")
            with transaction():
                actions.note_sign_in(account, form.password.data or "")
            begin_session(account)
            return redirect(_target(form.next.data or "", account))
    by_password = request.args.get("way") == BY_PASSWORD or (request.method == "POST" and not is_link)
    return page("accounts/sign_in.html", form=form, link_form=link_form, by_password=by_password)


@open_to_all
@blueprint.route("/<language>/sign-in/<token>", methods=["GET", "POST"])
def use_link(token: str) -> Any:
    """The link from the e-mail only shows a button: programs that look links up in e-mails must not use it up."""
    email = actions.address_of_sign_in_link(token)
    if email is None:
        return page("accounts/sign_in_link_used.html")[0], 410
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals():
            with transaction():
                account = actions.use_sign_in_link(token, current_language())
            target = session.pop("next", "")
            begin_session(account)
            return redirect(_target(str(target), account))
    return page("accounts/enter.html", form=form, email=email)


@open_to_all
@blueprint.route("/<language>/enter/<token>", methods=["GET", "POST"])
def enter(token: str) -> Any:
    """From a letter about an event or a meeting to the page that it tells of."""
    entry = queries.entry_of(token)
    if entry is None:
        return page("accounts/sign_in_link_used.html")[0], 410
    account = signed_in_account()
    if account is not None and account.email == entry.email:
        return redirect(_target(entry.path, account))
    known = queries.account_by_address(entry.email)
    if known is not None and not known.is_participant:
        return redirect(url_for("accounts.sign_in", next=entry.path, way=BY_PASSWORD))
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals():
            with transaction():
                account = actions.enter(entry.email, current_language())
            begin_session(account)
            return redirect(_target(entry.path, account))
    return page("accounts/enter.html", form=form, email=entry.email)


@signed_in
@blueprint.post("/<language>/sign-out")
def sign_out() -> Any:
    logout_user()
    session.clear()
    flash(_("You have signed out."), "success")
    return redirect(url_for("site.front_page"))


def _send_link(email: str, target: str) -> Any:
    address = rules.normal_address(email)
    limit("sign-in-link", address, most=5, seconds=3600)
    # A hall of 300 people behind one address signs in at once, but not all day: an enemy writes to strangers for longer.
    limit("sign-in-link-origin", origin(), most=300, seconds=600)
    limit("sign-in-link-origin-day", origin(), most=1000, seconds=86400)
    with transaction():
        actions.send_sign_in_link(address, current_language())
    if rules.is_local_path(target):
        session["next"] = target  # used by whoever opens the link in this same browser
    return page("accounts/sign_in_link_sent.html", address=address)


def _target(target: str, account: Account) -> str:
    if rules.is_local_path(target):
        return target
    return url_for("registration.my_registrations" if account.is_participant else "organisers.start")


def _limit_tries(email: str) -> None:
    """Few for one address from one place, more for the address from anywhere, so that a stranger can't easily lock it."""
    address = rules.normal_address(email)
    limit("sign-in", f"{address} {origin()}", most=10, seconds=900)
    limit("sign-in-address", address, most=60, seconds=900)
    limit("sign-in-origin", origin(), most=300, seconds=600)
