"""The check of the access rule “organiser”: who belongs to which organiser, and may do what there."""

from flask import Flask, abort, g

from elmo_events.accounts.guards import account_or_403, check_signed_in, signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.foundation.access import belongs_to, checks_with
from elmo_events.organisers import queries
from elmo_events.organisers.rules import Role, is_enough


def register(app: Flask) -> None:
    checks_with(app, "organiser", check_role)
    checks_with(app, "network staff", check_network_staff)
    belongs_to(app, "organiser_id", queries.existing_organiser_id)
    app.jinja_env.globals.update(own_roles=own_roles, is_network_staff=is_network_staff)


def member() -> Account:
    """Who works here: the account that has signed in, on a page with an organiser's access rule."""
    return account_or_403()


def own_roles() -> dict[int, Role]:
    """The visitor's role at each organiser, by its id; read once for a page."""
    if "own_roles" not in g:
        account = signed_in_account()
        g.own_roles = queries.roles_of(account) if account else {}
    roles: dict[int, Role] = g.own_roles
    return roles


def is_network_staff() -> bool:
    """Who looks after what organisers share: network administrators, and managers of any organiser."""
    account = signed_in_account()
    return account is not None and (account.is_network_administrator or Role.MANAGER in own_roles().values())


def check_network_staff(role: str, organiser_id: int | None) -> None:
    """Its pages do not exist for anybody else."""
    check_signed_in(role, organiser_id)
    if not is_network_staff():
        abort(404)


def check_role(role: str, organiser_id: int | None) -> None:
    """404 for another organiser's things, 403 for a role too low. A network administrator is no member: only a
    membership lets one see an organiser's registrants.
    """
    check_signed_in(role, organiser_id)
    roles = own_roles()
    if organiser_id is None:
        if not roles:
            abort(404)
        if not any(is_enough(held, role) for held in roles.values()):
            abort(403)
        return
    if organiser_id not in roles:
        abort(404)
    if not is_enough(roles[organiser_id], role):
        abort(403)
