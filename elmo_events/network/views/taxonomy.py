"""Themes and topics, regions and organisation types: names, order, closing."""

from typing import Any, NamedTuple

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.network import actions, labels, queries
from elmo_events.network.blueprint import blueprint
from elmo_events.network.forms import TermForm, ThemeForm
from elmo_events.network.models import StrategyPeriod, Theme
from elmo_events.network.queries import Term


class Row(NamedTuple):
    """A term in its list; `depth` is 1 for a topic."""

    term: Term
    key: str
    depth: int
    is_first: bool
    is_last: bool


@administrators_only
@blueprint.get("/<language>/network/taxonomy")
def taxonomy() -> Any:
    periods = [*queries.periods(), None]
    themes = [(period, rows) for period in periods if (rows := _theme_rows(period)) or period]
    lists = [(kind, label, _rows(queries.terms(kind))) for kind, label in labels.TERM_KINDS.items() if kind != "themes"]
    return page("network/taxonomy.html", periods=themes, lists=lists, labels=labels)


@administrators_only
@blueprint.route("/<language>/network/taxonomy/<kind>/new", methods=["GET", "POST"])
def new_term(kind: str) -> Any:
    if kind not in labels.ADD:
        abort(404)
    chosen = {"period_id": request.args.get("period", 0, type=int)}
    form = _theme_form(None, chosen) if kind == "themes" else TermForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.add_term(kind, form.name.data, **_place(form))
            return _back(kind)
    return page("network/term.html", form=form, kind=kind, heading=labels.ADD[kind])


@administrators_only
@blueprint.route("/<language>/network/taxonomy/<kind>/<key>", methods=["GET", "POST"])
def edit_term(kind: str, key: str) -> Any:
    term = _term_or_404(kind, key)
    form = _theme_form(term) if isinstance(term, Theme) else TermForm(data={"name": term.name})
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            if isinstance(term, Theme):
                actions.place_theme(term, **_place(form))
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


def _theme_form(theme: Theme | None, chosen: dict[str, int] | None = None) -> ThemeForm:
    language = current_language()
    if theme is not None:
        chosen = {"period_id": theme.period_id or 0, "parent_id": theme.parent_id or 0}
    form = ThemeForm(data={"name": theme.name if theme else {}} | (chosen or {}))
    tops = [one for one in queries.all_themes() if one.parent_id is None and one is not theme]
    form.parent_id.choices = choices(
        [(0, _("Nothing: it is a theme")), *((one.id, one.name_in(language)) for one in tops)]
    )
    form.period_id.choices = choices(
        [(0, _("No period")), *((one.id, one.name_in(language)) for one in queries.periods())]
    )
    return form


def _place(form: TermForm) -> dict[str, int | None]:
    if not isinstance(form, ThemeForm):
        return {}
    return {"period_id": form.period_id.data or None, "parent_id": form.parent_id.data or None}


def _theme_rows(period: StrategyPeriod | None) -> list[Row]:
    """Each theme of a period, with its topics after it."""
    themes = [theme for theme in queries.all_themes() if theme.period_id == (period.id if period else None)]
    rows: list[Row] = []
    for row in _rows([theme for theme in themes if theme.parent_id is None]):
        rows += [row, *_rows([topic for topic in themes if topic.parent is row.term], depth=1)]
    return rows


def _rows(terms: Any, depth: int = 0) -> list[Row]:
    last = len(terms) - 1
    return [
        Row(term, getattr(term, "code", None) or term.slug, depth, place == 0, place == last)
        for place, term in enumerate(terms)
    ]


def _term_or_404(kind: str, key: str) -> Term:
    return queries.term(kind, key) or abort(404)


def _back(kind: str) -> Any:
    return redirect(url_for("network.taxonomy", _anchor=kind))
