"""What changes whom we recommend: profiles, block lists, and who comes. Inside the transaction that says so."""

from typing import Any

from elmo_events.matchmaking.actions.suggest import ask_for_lists, ask_for_lists_of
from elmo_events.matchmaking.queries.joining import participation_with
from elmo_events.profiles.models import Profile
from elmo_events.profiles.signals import profile_changed
from elmo_events.registration.models import Registration
from elmo_events.registration.signals import registration_changed


def register() -> None:
    profile_changed.connect(look_anew)
    registration_changed.connect(look_anew_at_event)


def look_anew(profile: Profile, **_: Any) -> None:
    """Writes: the lists of the events that this person takes part in wait to be made anew."""
    ask_for_lists_of(profile)


def look_anew_at_event(registration: Registration, **_: Any) -> None:
    """Writes: as above, if the registration takes part in meetings."""
    if participation_with(registration) is not None:
        ask_for_lists(registration.event_id)
