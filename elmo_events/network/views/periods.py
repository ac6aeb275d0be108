"""Periods of the network's strategy."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.network import actions, queries
from elmo_events.network.blueprint import blueprint
from elmo_events.network.forms import PeriodForm
from elmo_events.network.models import StrategyPeriod


@administrators_only
@blueprint.route("/<language>/network/periods/new", methods=["GET", "POST"])
def new_period() -> Any:
    return _edit(None, PeriodForm(), _("Add a period"))


@administrators_only
@blueprint.route("/<language>/network/periods/<int:period_id>", methods=["GET", "POST"])
def edit_period(period_id: int) -> Any:
    period = queries.period(period_id) or abort(404)
    return _edit(period, PeriodForm(obj=period), _("Change the period"))


def _edit(period: StrategyPeriod | None, form: PeriodForm, heading: str) -> Any:
    if form.validate_on_submit() and form.starts_on.data:
        with form.showing_refusals(), transaction():
            actions.save_period(
                period,
                name=form.name.data,
                starts_on=form.starts_on.data,
                ends_on=form.ends_on.data,
                sorts_events=form.sorts_events.data,
            )
            flash(_("Saved."), "success")
            return redirect(url_for("network.taxonomy", _anchor="themes"))
    return page("network/period.html", form=form, heading=heading)
