"""How a meeting was: one form, changeable; and months later what it led to."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.agenda.actions import feedback as actions
from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.forms import FeedbackForm, OutcomeForm
from elmo_events.agenda.guards import own_meeting_at
from elmo_events.agenda.queries import feedback as queries
from elmo_events.foundation import dates
from elmo_events.foundation.access import open_to_all, signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.models import Feedback, Participation
from elmo_events.matchmaking.queries.rooms import other_of
from elmo_events.matchmaking.rules import NextStep, Result


@signed_in
@blueprint.route("/<language>/events/<slug>/agenda/meetings/<int:meeting_id>/feedback", methods=["GET", "POST"])
def feedback(slug: str, meeting_id: int) -> Any:
    own, person, meeting = own_meeting_at(slug, meeting_id)
    if not queries.may_be_told_of(meeting, now()):
        abort(404)
    form = FeedbackForm(data=_said(queries.feedback_of(person, meeting)))
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.say_how_it_was(
                person,
                meeting,
                took_place=form.was_held,
                useful=int(form.useful.data) if form.useful.data else None,
                next_step=NextStep(form.next_step.data) if form.next_step.data else None,
                may_ask_later=form.may_ask_later.data,
            )
            flash(_("Thank you. You can change your answers here."), "success")
            return redirect(url_for(".own_agenda", slug=slug))
    return page("agenda/feedback.html", event=own.event, form=form, meeting=meeting, other=other_of(meeting, person))


@open_to_all
@blueprint.route("/<language>/meetings/outcome/<token>", methods=["GET", "POST"])
def outcome(token: str) -> Any:
    """The link of a letter: the person was asked there, and need not sign in."""
    person = queries.person_by_token(token) or abort(404)
    said = queries.asked_later(person) or abort(404)
    form = OutcomeForm.for_meetings((each.meeting.id, _name(each, person), each.feedback.result) for each in said)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.say_what_it_led_to(person, {number: Result(code) for number, code in form.results.items()})
            flash(_("Thank you for your answer."), "success")
            return redirect(url_for(".outcome", token=token))
    return page("agenda/outcome.html", event=person.event, form=form)


def _said(feedback: Feedback | None) -> dict[str, Any]:
    if feedback is None:
        return {}
    return {
        "took_place": "yes" if feedback.took_place else "no",
        "useful": str(feedback.useful) if feedback.useful else None,
        "next_step": feedback.next_step,
        "may_ask_later": feedback.may_ask_later,
    }


def _name(said: queries.Said, person: Participation) -> str:
    """Whom the meeting was with, while their profile is there; and when it was."""
    other, starts_at = other_of(said.meeting, person), said.meeting.told_starts_at
    when = dates.date_time_text(starts_at, current_language(), person.event.time_zone) if starts_at else ""
    return ", ".join(filter(None, (other.name, other.organisation_name, when)))
