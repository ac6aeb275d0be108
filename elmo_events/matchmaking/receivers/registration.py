"""What we do when a registration changes, ends or is forgotten; inside the transaction that says so."""

from typing import Any

from elmo_events.foundation.clock import now
from elmo_events.matchmaking.actions.forget import forget
from elmo_events.matchmaking.actions.leave import leave
from elmo_events.matchmaking.actions.refit import refit
from elmo_events.matchmaking.models import Participation
from elmo_events.matchmaking.queries.joining import participation_with
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from elmo_events.registration.signals import registration_changed


def register() -> None:
    registration_changed.connect(follow_registration)


def follow_registration(registration: Registration, **_: Any) -> None:
    """Writes: who doesn't come, or has given the place to somebody else, takes no part; who comes in another way meets
    elsewhere; who is forgotten is so here too.
    """
    participation = participation_with(registration)
    if participation is None:
        return
    is_replaced = _is_somebody_else(registration, participation)
    is_coming = registration.state == RegistrationState.CONFIRMED and registration.anonymised_at is None
    if (is_replaced or not is_coming) and not registration.event.is_past_at(now()):
        leave(participation)
    if is_replaced or registration.anonymised_at is not None:
        forget(participation)
    elif is_coming and participation.left_at is None:
        refit(participation)


def _is_somebody_else(registration: Registration, participation: Participation) -> bool:
    """Whether the organiser has given the registration to another person: a new name or a new address alone is the same one."""
    profile = participation.profile
    if profile is None or registration.anonymised_at is not None:
        return False
    names = [(one.first_name.casefold(), one.last_name.casefold()) for one in (registration, profile)]
    return registration.email.lower() != profile.account.email and names[0] != names[1]
