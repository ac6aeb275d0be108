"""Everything about one registration: what was told, what happened, which e-mails went out. E-mails can be sent again.

The personal link is not among it: it signs in as that person, who may have registered elsewhere too.
"""

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.attendees import actions
from elmo_events.attendees.blueprint import blueprint
from elmo_events.attendees.forms import CancelForm
from elmo_events.attendees.labels import MAIL_LABELS
from elmo_events.attendees.queries.names import names_of
from elmo_events.attendees.queries.one_registration import happenings
from elmo_events.attendees.queries.special_needs import has_needs
from elmo_events.attendees.rules import ListView
from elmo_events.attendees.views.attendee_list import TONES, list_url, may_give_places
from elmo_events.attendees.views.event_pages import attendee_page, registration_in
from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import LETTER_LANGUAGES, current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import queries as outbox
from elmo_events.mail.labels import STATE_LABELS as MAIL_STATE_LABELS
from elmo_events.mail.rules import MessageState
from elmo_events.organisers.guards import member
from elmo_events.registration import actions as registrations
from elmo_events.registration import queries
from elmo_events.registration.labels import FIELD_LABELS, HISTORY_LABELS, STATE_LABELS
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE, RegistrationState

MAIL_TONES = {
    MessageState.SENT: "success", MessageState.FAILED: "danger", MessageState.WAITING: "info",
    MessageState.SENDING: "info", MessageState.OBSOLETE: "neutral",
}  # fmt: skip


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/attendees/<int:registration_id>")
def registration_page(event_id: int, registration_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    registration = registration_in(event, registration_id)
    return attendee_page(
        "attendees/registration_page.html",
        event,
        registration=registration,
        names=names_of(event, current_language()),
        is_active=registration.state in ACTIVE,
        may_give_place=_may_give_place(event, registration),
        position=queries.queue_position(registration),
        has_needs=has_needs(registration),
        happenings=happenings(registration),
        messages=outbox.messages_about("registration", registration.id),
        sendable=(MessageState.SENT, MessageState.FAILED),
        labels={
            "states": STATE_LABELS, "history": HISTORY_LABELS, "fields": FIELD_LABELS, "mail": MAIL_LABELS,
            "mail_states": MAIL_STATE_LABELS, "languages": LETTER_LANGUAGES,
        },
        tones=TONES,
        mail_tones=MAIL_TONES,
    )  # fmt: skip


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/attendees/<int:registration_id>/emails/<int:message_id>")
def send_again(event_id: int, registration_id: int, message_id: int) -> Response:
    registration = registration_in(event_of(event_id), registration_id)
    message = outbox.message(message_id)
    if message is None or (message.about_kind, message.about_id) != ("registration", registration.id):
        abort(404)
    try:
        with transaction():
            actions.send_again(registration, message)
        flash(_("The email is sent again."), "success")
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
    return redirect(url_for(".registration_page", event_id=event_id, registration_id=registration_id))


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/attendees/<int:registration_id>/place")
def give_place(event_id: int, registration_id: int) -> Response:
    """Back to where the button stood: the waiting list (`from=list`), or the person's page."""
    event = event_of(event_id)
    registration = registration_in(event, registration_id)
    try:
        with transaction():
            registrations.promote(registration, by=member())
            flash(_("%(name)s has a place now.", name=registration.name), "success")
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
    if request.form.get("from") == "list":
        return redirect(list_url(event, ListView().in_state(RegistrationState.WAITING)))
    return redirect(url_for(".registration_page", event_id=event_id, registration_id=registration_id))


@organiser_role("editor")
@blueprint.route(
    "/<language>/organiser/events/<int:event_id>/attendees/<int:registration_id>/cancellation", methods=["GET", "POST"]
)
def cancel(event_id: int, registration_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    registration = registration_in(event, registration_id)
    form = CancelForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            registrations.cancel(registration, by=member(), tell=form.tell.data)
            flash(_("The registration is cancelled."), "success")
            return redirect(url_for(".registration_page", event_id=event_id, registration_id=registration_id))
    if registration.state not in ACTIVE:
        return redirect(url_for(".registration_page", event_id=event_id, registration_id=registration_id))
    return attendee_page("attendees/cancel.html", event, form=form, registration=registration)


def _may_give_place(event: Event, registration: Registration) -> bool:
    return registration.state == RegistrationState.WAITING and may_give_places(event)
