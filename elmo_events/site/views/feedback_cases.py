"""The network administrators' list of feedback."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.site import actions, queries
from elmo_events.site.blueprint import blueprint
from elmo_events.site.forms import AnswerForm
from elmo_events.site.labels import FEEDBACK_LABELS


@administrators_only
@blueprint.get("/<language>/network/feedback")
def feedback_cases() -> tuple[str, int]:
    return page(
        "site/feedback_cases.html",
        open_cases=queries.open_cases(),
        closed_cases=queries.closed_cases(),
        labels=FEEDBACK_LABELS,
        moment=now(),
    )


@administrators_only
@blueprint.route("/<language>/network/feedback/<int:case_id>", methods=["GET", "POST"])
def feedback_case(case_id: int) -> Any:
    case = queries.case(case_id) or abort(404)
    form = AnswerForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.answer_case(case, form.answer.data or "", account_or_403())
            flash(_("The answer is on its way."), "success")
            return redirect(url_for("site.feedback_cases"))
    return page("site/feedback_case.html", case=case, form=form, labels=FEEDBACK_LABELS, moment=now())


@administrators_only
@blueprint.post("/<language>/network/feedback/<int:case_id>/closing")
def close_feedback_case(case_id: int) -> Response:
    case = queries.case(case_id) or abort(404)
    with transaction():
        actions.close_case(case, account_or_403())
    flash(_("The case is closed."), "success")
    return redirect(url_for("site.feedback_cases"))
