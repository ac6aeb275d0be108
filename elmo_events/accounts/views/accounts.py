"""The network administrators' list of accounts."""

from collections.abc import Callable
from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.accounts import actions, queries
from elmo_events.accounts.blueprint import blueprint
from elmo_events.accounts.forms import InvitationForm
from elmo_events.accounts.guards import account_or_403
from elmo_events.accounts.models import Account
from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page

CHANGES: dict[str, Callable[[Account, Account], None]] = {
    "close": actions.close,
    "reopen": actions.reopen,
    "invite": actions.invite_again,
    "make-administrator": actions.make_administrator,
    "take-administration": actions.take_administration,
}


@administrators_only
@blueprint.get("/<language>/network/accounts")
def accounts() -> Any:
    return page("accounts/accounts.html", accounts=queries.accounts())


@administrators_only
@blueprint.route("/<language>/network/accounts/new", methods=["GET", "POST"])
def new_account() -> Any:
    form = InvitationForm(language=current_language())
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            account = actions.invite(
                form.email.data or "",
                form.name.data or "",
                form.language.data,
                by=account_or_403(),
                administrator=form.is_network_administrator.data,
            )
            flash(_("An invitation is on its way to %(address)s.", address=account.email), "success")
            return redirect(url_for("accounts.accounts"))
    return page("accounts/new_account.html", form=form)


@administrators_only
@blueprint.post("/<language>/network/accounts/<int:account_id>")
def change_account(account_id: int) -> Any:
    """One of the changes that the list offers: the button says which."""
    change = CHANGES.get(request.form.get("change", "")) or abort(404)
    account = queries.account(account_id) or abort(404)
    with transaction():
        change(account, account_or_403())
        flash(_("Saved."), "success")
    return redirect(url_for("accounts.accounts"))
