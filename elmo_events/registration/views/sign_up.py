"""Signing up: one page, and the page after it."""

from typing import Any

from flask import abort, current_app, redirect, request, session, url_for
from flask_wtf.csrf import generate_csrf

from elmo_events.events.models import Event
from elmo_events.events.queries.event_page import offers_of
from elmo_events.events.queries.status import status_of
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit, origin
from elmo_events.foundation.rendered_pages import same_for_everybody
from elmo_events.registration import actions, queries
from elmo_events.registration.blueprint import blueprint
from elmo_events.registration.forms import SignUpForm, start_token
from elmo_events.registration.rules import Choice, Outcome, Person, folded
from elmo_events.registration.views import choices
from elmo_events.registration.views.summary import chosen_facts

WINDOW = 600  # seconds
TRIES_PER_ADDRESS = 10
SHOWN_FOR = 1800  # seconds that the page after a sign-up can be read again
SESSION_KEY = "signed_up"


@open_to_all
@blueprint.route("/<language>/events/<slug>/registration", methods=["GET", "POST"])
def sign_up(slug: str) -> Any:
    if request.method != "POST":
        return _show_empty(slug)
    event = queries.public_event(slug) or abort(404)
    form = choices.form_for(SignUpForm, event)
    if form.validate() and form.refuse_machines(current_app.config["ELMO_MINIMUM_FORM_SECONDS"]):
        person = form.person(form.email.data or "")
        _count_tries(event, person.email)
        with form.showing_refusals(), transaction():
            outcome = actions.sign_up(event, person, form.choice, form.facts)
            _remember(event, person, form.choice, outcome)
            return redirect(url_for(".signed_up", slug=slug))
    return _show(event, form)


@open_to_all
@blueprint.get("/<language>/events/<slug>/registration/received")
def signed_up(slug: str) -> Any:
    """Shows what was sent, from the visitor's own session: the page is the same whoever was known already."""
    event = queries.public_event(slug) or abort(404)
    known = session.get(SESSION_KEY)
    if not known or known["event"] != event.id or now().timestamp() - known["at"] > SHOWN_FOR:
        return redirect(url_for("events.event_page", slug=slug))
    facts = chosen_facts(event, known["admission"], known["extras"], known["parts"])
    return page("registration/signed_up.html", event=event, known=known, facts=facts)


def _show_empty(slug: str) -> Any:
    """The empty form is the same for everybody but for its two tokens."""
    offers, started = offers_of(slug) or abort(404), start_token()

    def render() -> tuple[str, int]:
        event = queries.public_event(slug) or abort(404)
        form = choices.form_for(SignUpForm, event)
        form.begin(current_language(), started)
        form.admission.data = event.admissions[0].id if len(event.admissions) == 1 else None
        return _show(event, form)

    return same_for_everybody(offers.stamp, render, lambda: (generate_csrf(), started))


def _show(event: Event, form: SignUpForm) -> tuple[str, int]:
    status = status_of(event, now(), current_language())
    if status.can_sign_up or form.errors:
        choices.offer(form, event)
    return page(
        "registration/sign_up.html",
        event=event,
        form=form,
        status=status,
        with_catering=choices.with_catering(event),
        privacy_version=queries.privacy_notice_version(event.organiser_id),
    )


def _count_tries(event: Event, address: str) -> None:
    """Generous to a council behind one address of the network, strict on one e-mail address at one event."""
    limit("sign-up", f"{event.id} {folded(address)}", TRIES_PER_ADDRESS, WINDOW)
    limit("sign-up origin", origin(), current_app.config["ELMO_SIGN_UPS_PER_ORIGIN"], WINDOW)


def _remember(event: Event, person: Person, choice: Choice, outcome: Outcome) -> None:
    session[SESSION_KEY] = {
        "event": event.id,
        "at": int(now().timestamp()),
        "name": person.name,
        "email": person.email,
        "state": str(outcome.state),
        "position": outcome.queue_position,
        "admission": choice.admission_id,
        "extras": sorted(choice.extra_ids),
        "parts": sorted(choice.part_ids),
    }
