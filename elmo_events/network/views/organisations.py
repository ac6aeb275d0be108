"""Organisations that anybody has named: their names, and merging two that are one."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import network_staff
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.pages import page
from elmo_events.network import actions, queries
from elmo_events.network.blueprint import blueprint
from elmo_events.network.forms import AliasForm, MergeForm
from elmo_events.network.models import Organisation

ON_A_PAGE = 50
LONGEST_QUESTION = 100


@network_staff
@blueprint.get("/<language>/network/organisations")
def all_organisations() -> Any:
    words = _words()
    found = db.paginate(queries.all_organisations(words), page=page_asked(), per_page=ON_A_PAGE, error_out=False)
    return page(
        "network/all_organisations.html",
        found=found,
        words=words,
        page_url=lambda number: url_for(".all_organisations", words=words or None, page=number),
    )


@network_staff
@blueprint.route("/<language>/network/organisations/<int:organisation_id>", methods=["GET", "POST"])
def organisation_names(organisation_id: int) -> Any:
    """The names of an organisation; one more is added here. Others that may be the same are looked for by words."""
    organisation = _organisation_or_404(organisation_id)
    form = AliasForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.add_name(organisation, form.alias.data or "", account_or_403())
            flash(_("Saved."), "success")
            return redirect(url_for(".organisation_names", organisation_id=organisation_id))
    words = _words()
    alike = queries.organisations_like(words, most=20) if words else ()
    return page(
        "network/organisation_names.html",
        form=form,
        organisation=organisation,
        words=words,
        alike=[one for one in alike if one.id != organisation_id],
    )


@network_staff
@blueprint.post("/<language>/network/organisations/<int:organisation_id>/names/<int:name_id>/removal")
def remove_name(organisation_id: int, name_id: int) -> Any:
    organisation = _organisation_or_404(organisation_id)
    with transaction():
        actions.remove_name(organisation, name_id, account_or_403())
        flash(_("Saved."), "success")
    return redirect(url_for(".organisation_names", organisation_id=organisation_id))


@network_staff
@blueprint.route(
    "/<language>/network/organisations/<int:organisation_id>/merging/<int:merged_id>", methods=["GET", "POST"]
)
def merge_organisations(organisation_id: int, merged_id: int) -> Any:
    """The first organisation is kept, the second one goes up in it."""
    kept, merged = _organisation_or_404(organisation_id), _organisation_or_404(merged_id)
    if kept is merged:
        abort(404)
    form = MergeForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.merge(kept, merged, account_or_403())
            flash(_("The two are one organisation now."), "success")
            return redirect(url_for(".organisation_names", organisation_id=organisation_id))
    return page("network/merge_organisations.html", form=form, kept=kept, merged=merged)


def _words() -> str:
    return " ".join(request.args.get("words", "").split())[:LONGEST_QUESTION]


def _organisation_or_404(number: int) -> Organisation:
    return queries.organisation(number) or abort(404)
