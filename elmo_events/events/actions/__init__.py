"""What can be done with events."""

from elmo_events.events.actions.cancel import cancel
from elmo_events.events.actions.change import change_basics, change_contact, change_registration_terms, change_texts
from elmo_events.events.actions.change_dates import change_dates
from elmo_events.events.actions.change_offers import change_offers
from elmo_events.events.actions.change_programme import change_programme
from elmo_events.events.actions.copy import copy
from elmo_events.events.actions.create import create
from elmo_events.events.actions.delete import delete
from elmo_events.events.actions.publish import hide, publish

__all__ = [
    "cancel",
    "change_basics",
    "change_contact",
    "change_dates",
    "change_offers",
    "change_programme",
    "change_registration_terms",
    "change_texts",
    "copy",
    "create",
    "delete",
    "hide",
    "publish",
]
