"""Where one lands after signing in, and which organiser's pages come next."""

from typing import Any

from flask import redirect, url_for

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.pages import page
from elmo_events.organisers import labels, queries
from elmo_events.organisers.blueprint import blueprint


@signed_in
@blueprint.get("/<language>/organiser")
def start() -> Any:
    """Members go to their events, a network administrator who is no member to the network's pages."""
    account = account_or_403()
    if queries.roles_of(account):
        return redirect(url_for("events.organiser_events"))
    if account.is_network_administrator:
        return redirect(url_for("organisers.network_organisers"))
    return page("organisers/home.html", organisers=[], roles={}, role_labels=labels.ROLES)


@signed_in
@blueprint.get("/<language>/organiser/organisers")
def home() -> Any:
    """Straight on where there is only one."""
    account = account_or_403()
    organisers = queries.organisers_of(account)
    if len(organisers) == 1:
        return redirect(url_for("organisers.organiser_settings", organiser_id=organisers[0].id))
    roles = queries.roles_of(account)
    return page("organisers/home.html", organisers=organisers, roles=roles, role_labels=labels.ROLES)
