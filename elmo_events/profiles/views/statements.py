"""Offers and needs of one's own profile."""

from collections.abc import Callable
from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from elmo_events.accounts.rules import is_local_path
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.profiles import actions
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.forms import StatementForm, initial_wording
from elmo_events.profiles.guards import profile_or_404
from elmo_events.profiles.models import Statement
from elmo_events.profiles.queries.own import own_statement, wording_of
from elmo_events.profiles.queries.themes import themes_by_period
from elmo_events.profiles.rules import Direction

CHANGES: dict[str, Callable[[Statement], None]] = {
    "confirm": actions.confirm_statement,
    "close": actions.close_statement,
    "reopen": actions.reopen_statement,
}


@signed_in
@blueprint.route("/<language>/profile/statements/new/<any(offer, need):direction>", methods=["GET", "POST"])
def add_statement(direction: str) -> Any:
    profile = profile_or_404()
    form = _form(None)
    if form.validate_on_submit():
        limit("statements", str(profile.id), most=60, seconds=600)
        with form.showing_refusals(), transaction():
            actions.add_statement(profile, Direction(direction), form.wording)
            return _back(_("Your offer is saved.") if direction == Direction.OFFER else _("Your need is saved."))
    return page("profiles/add_statement.html", form=form, direction=direction)


@signed_in
@blueprint.route("/<language>/profile/statements/<int:statement_id>", methods=["GET", "POST"])
def edit_statement(statement_id: int) -> Any:
    statement = _statement_or_404(statement_id)
    form = _form(statement)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.change_statement(statement, form.wording)
            return _back(_("Saved."))
    return page("profiles/edit_statement.html", form=form, statement=statement, direction=statement.direction)


@signed_in
@blueprint.post("/<language>/profile/statements/<int:statement_id>/state")
def change_statement(statement_id: int) -> Any:
    """Still open, closed, open again: the button says which."""
    change = CHANGES.get(request.form.get("change", "")) or abort(404)
    statement = _statement_or_404(statement_id)
    with transaction():
        change(statement)
    return _back(_("Saved."))


@signed_in
@blueprint.route("/<language>/profile/statements/<int:statement_id>/deletion", methods=["GET", "POST"])
def delete_statement(statement_id: int) -> Any:
    statement = _statement_or_404(statement_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.delete_statement(statement)
            return _back(_("Deleted."))
    return page("profiles/delete_statement.html", form=form, statement=statement)


def _form(statement: Statement | None) -> StatementForm:
    form = StatementForm(data=initial_wording(wording_of(statement)) if statement else None)
    form.offer(_theme_choices({statement.theme_id} if statement and statement.theme_id else set()))
    return form


def _theme_choices(chosen: set[int]) -> list[SelectChoice]:
    """Themes by period, with their topics below them."""
    language = current_language()
    found: list[SelectChoice] = []
    for period, themes in themes_by_period(chosen):
        group = period.name_in(language) if period else None
        for theme, topics in themes:
            found.append(SelectChoice(value=str(theme.id), label=theme.name_in(language), optgroup=group))
            found += [
                SelectChoice(value=str(topic.id), label=f"– {topic.name_in(language)}", optgroup=group)
                for topic in topics
            ]
    return found


def _statement_or_404(statement_id: int) -> Statement:
    return own_statement(profile_or_404(), statement_id) or abort(404)


def _back(sentence: str) -> Any:
    flash(sentence, "success")
    wished = request.form.get("next", "")
    return redirect(wished if is_local_path(wished) else url_for(".own_profile"))
