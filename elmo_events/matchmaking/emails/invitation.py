"""What the confirmation of a registration, and one's own page of it, say of the meetings."""

from flask import url_for
from flask_babel import gettext as _

from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.matchmaking.queries.joining import participation_with
from elmo_events.matchmaking.queries.participations import matchmaking_of
from elmo_events.registration.models import Registration
from elmo_events.registration.queries.further import FurtherLink, leads_to
from elmo_events.registration.rules import RegistrationState


@leads_to
def meetings_link(registration: Registration, language: str) -> FurtherLink | None:
    event = registration.event
    is_in = registration.state == RegistrationState.CONFIRMED and event.state == EventState.PUBLISHED
    if not is_in or event.is_past_at(now()) or matchmaking_of(event) is None:
        return None
    path = url_for("matchmaking.meetings", slug=event.slug, language=language)
    participation = participation_with(registration)
    if participation is not None and participation.left_at is None:
        return FurtherLink(
            _("My meetings"),
            _("See whom you could meet, your requests and your agenda."),
            _("Go to the meetings"),
            path,
        )
    return FurtherLink(
        _("Meet the right people at the event"),
        _("You can book short meetings with other participants. We suggest whom you might want to meet."),
        _("Go to the meetings"),
        path,
    )
