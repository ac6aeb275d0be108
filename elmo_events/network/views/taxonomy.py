"""Themes, regions and organisation types: names, order, closing."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.network import actions, labels, queries
from elmo_events.network.blueprint import blueprint
from elmo_events.network.forms import TermForm
from elmo_events.network.queries import Term


@administrators_only
@blueprint.get("/<language>/network/taxonomy")
def taxonomy() -> Any:
    lists = [(kind, label, queries.terms(kind)) for kind, label in labels.TERM_KINDS.items()]
    return page("network/taxonomy.html", lists=lists, add_labels=labels.ADD)


@administrators_only
@blueprint.route("/<language>/network/taxonomy/<kind>/new", methods=["GET", "POST"])
def new_term(kind: str) -> Any:
    if kind not in labels.ADD:
        abort(404)
    form = TermForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.add_term(kind, form.name.data)
            return _back(kind)
    return page("network/term.html", form=form, kind=kind, heading=labels.ADD[kind])


@administrators_only
@blueprint.route("/<language>/network/taxonomy/<kind>/<key>", methods=["GET", "POST"])
def edit_term(kind: str, key: str) -> Any:
    term = _term_or_404(kind, key)
    form = TermForm(data={"name": term.name})
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.rename_term(term, form.name.data)
            flash(_("Saved."), "success")
            return _back(kind)
    return page("network/term.html", form=form, kind=kind, heading=_("Change names"))


@administrators_only
@blueprint.post("/<language>/network/taxonomy/<kind>/<key>/position")
def move_term(kind: str, key: str) -> Any:
    term = _term_or_404(kind, key)
    with transaction():
        actions.move_term(kind, term, up=request.form.get("direction") == "up")
    return _back(kind)


@administrators_only
@blueprint.post("/<language>/network/taxonomy/<kind>/<key>/closing")
def close_term(kind: str, key: str) -> Any:
    term = _term_or_404(kind, key)
    with transaction():
        actions.close_term(term, closed=request.form.get("closed") == "yes")
    return _back(kind)


def _term_or_404(kind: str, key: str) -> Term:
    return queries.term(kind, key) or abort(404)


def _back(kind: str) -> Any:
    return redirect(url_for("network.taxonomy", _anchor=kind))
