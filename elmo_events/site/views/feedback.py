"""Feedback on the service, accessibility above all."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit, origin
from elmo_events.site import actions
from elmo_events.site.blueprint import blueprint
from elmo_events.site.forms import FeedbackForm
from elmo_events.site.rules import FeedbackKind

MOST_AN_HOUR = 30  # from one network address; a council may share one


@open_to_all
@blueprint.route("/<language>/feedback", methods=["GET", "POST"])
def feedback() -> tuple[str, int] | Response:
    asked_for = request.args.get("kind") if request.args.get("kind") in set(FeedbackKind) else None
    form = FeedbackForm(kind=asked_for or FeedbackKind.OTHER.value)
    if form.validate_on_submit():
        limit("feedback", origin(), MOST_AN_HOUR, 3600)
        if not form.is_from_a_machine:
            with transaction():
                actions.give_feedback(
                    FeedbackKind(form.kind.data),
                    form.message.data or "",
                    name=form.name.data or "",
                    email=form.email.data or "",
                    about_page=form.about_page.data or "",
                    language=current_language(),
                )
        return redirect(url_for("site.feedback_received", answer="yes" if form.email.data else None))
    return page("site/feedback.html", form=form)


@open_to_all
@blueprint.get("/<language>/feedback/received")
def feedback_received() -> tuple[str, int]:
    return page("site/feedback_received.html", will_be_answered=request.args.get("answer") == "yes")
