"""What can be done with registrations. Every action that takes or frees a place locks the event first."""

from elmo_events.registration.actions.cancel import cancel
from elmo_events.registration.actions.change import change
from elmo_events.registration.actions.erase import anonymise, erase
from elmo_events.registration.actions.promote import promote, promote_waiting
from elmo_events.registration.actions.remind import remind
from elmo_events.registration.actions.sign_up import add_by_hand, sign_up

__all__ = ["add_by_hand", "anonymise", "cancel", "change", "erase", "promote", "promote_waiting", "remind", "sign_up"]
