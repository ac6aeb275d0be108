"""What we do when an event is cancelled, moves, or gets more places; inside the transaction that says so."""

from collections.abc import Collection
from typing import Any

from flask_babel import gettext as _

from elmo_events.events import signals
from elmo_events.events.models import Event
from elmo_events.events.rules import Mode
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration import emails, queries
from elmo_events.registration.actions import promote_waiting
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState


def register() -> None:
    signals.event_cancelled.connect(tell_of_cancellation)
    signals.event_moved.connect(tell_of_move)
    signals.places_raised.connect(promote_whoever_waits)
    signals.event_hidden.connect(refuse_to_hide)


def tell_of_cancellation(event: Event, **_: Any) -> None:
    """Writes: an e-mail to everybody who has a place or waits for one."""
    for registration in queries.active_registrations(event):
        emails.event_cancelled(registration)


def tell_of_move(event: Event, what: Collection[str] = (), parts: Collection[int] = (), **_: Any) -> None:
    """Writes: an e-mail to everybody whom it concerns, on what concerns them.

    A new joining link is for those who may use it, another time of a part for those who attend that part.
    """
    for registration in queries.active_registrations(event):
        chosen = {part.id for part in registration.parts}
        concerns = {"joining_link": _joins_online(registration), "time": not chosen or bool(chosen & set(parts))}
        if told := sorted(name for name in what if concerns.get(name, True)):
            emails.event_moved(registration, told)


def refuse_to_hide(event: Event, **keywords: Any) -> None:
    """Refuses: somebody has registered, even if they cancelled since; their personal link must go on working."""
    if queries.has_registrations(event):
        raise Refusal(_("Somebody has registered for the event. You can cancel it instead."))


def promote_whoever_waits(event: Event, **_: Any) -> None:
    for admission in event.admissions:
        promote_waiting(admission)


def _joins_online(registration: Registration) -> bool:
    return registration.state == RegistrationState.CONFIRMED and registration.admission.mode == Mode.ONLINE
