"""Who works for an organiser."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.organisers import actions, labels, queries
from elmo_events.organisers.blueprint import blueprint
from elmo_events.organisers.forms import MemberForm
from elmo_events.organisers.guards import member
from elmo_events.organisers.models import Membership, Organiser
from elmo_events.organisers.rules import Role


@organiser_role("editor")
@blueprint.get("/<language>/organiser/organisers/<int:organiser_id>/members")
def members(organiser_id: int) -> Any:
    return page(
        "organisers/members.html",
        organiser=_organiser(organiser_id),
        memberships=queries.memberships_at(organiser_id),
        role_labels=labels.ROLES,
    )


@organiser_role("manager")
@blueprint.route("/<language>/organiser/organisers/<int:organiser_id>/members/new", methods=["GET", "POST"])
def new_member(organiser_id: int) -> Any:
    organiser = _organiser(organiser_id)
    form = MemberForm(language=current_language(), role=Role.EDITOR.value)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            invite(organiser, form, member())
            return _back(organiser_id)
    return page("organisers/new_member.html", form=form, organiser=organiser)


def invite(organiser: Organiser, form: MemberForm, by: Account) -> None:
    actions.invite_member(
        organiser,
        by,
        email=form.email.data or "",
        name=form.name.data or "",
        language=form.language.data,
        role=Role(form.role.data),
    )
    flash(_("An email is on its way to %(address)s.", address=form.email.data), "success")


@organiser_role("manager")
@blueprint.post("/<language>/organiser/organisers/<int:organiser_id>/members/<int:membership_id>/role")
def change_role(organiser_id: int, membership_id: int) -> Any:
    membership = _membership(organiser_id, membership_id)
    role = request.form.get("role", "")
    if role not in set(Role):
        abort(404)
    with transaction():
        actions.change_role(membership, Role(role), member())
        flash(_("Saved."), "success")
    return _back(organiser_id)


@organiser_role("manager")
@blueprint.route(
    "/<language>/organiser/organisers/<int:organiser_id>/members/<int:membership_id>/removal", methods=["GET", "POST"]
)
def remove_member(organiser_id: int, membership_id: int) -> Any:
    membership = _membership(organiser_id, membership_id)
    if request.method == "POST":
        with transaction():
            actions.remove_member(membership, member())
            flash(_("The member is removed."), "success")
        return _back(organiser_id)
    return page("organisers/remove_member.html", membership=membership, organiser=_organiser(organiser_id))


def _organiser(organiser_id: int) -> Organiser:
    return queries.organiser(organiser_id) or abort(404)


def _membership(organiser_id: int, membership_id: int) -> Membership:
    return queries.membership_at(organiser_id, membership_id) or abort(404)


def _back(organiser_id: int) -> Any:
    if organiser_id not in queries.roles_of(member()):  # one's own membership was removed
        return redirect(url_for("organisers.start"))
    return redirect(url_for("organisers.members", organiser_id=organiser_id))
