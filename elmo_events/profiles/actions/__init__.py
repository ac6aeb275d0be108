"""What can be done with a profile: said, shown, asked about, kept to oneself, erased."""

from elmo_events.profiles.actions.avoidances import avoid_organisation, avoid_person, forget_avoidance
from elmo_events.profiles.actions.confirming import (
    ask_whether_still_open,
    close_unanswered,
    confirm_all,
    confirm_details,
    confirm_statement,
    take_back_warning,
    warn,
)
from elmo_events.profiles.actions.details import save_details
from elmo_events.profiles.actions.erasing import erase, erase_account
from elmo_events.profiles.actions.pictures import put_picture, square, take_picture_away
from elmo_events.profiles.actions.statements import (
    add_statement,
    change_statement,
    close_statement,
    delete_statement,
    reopen_statement,
)

__all__ = [
    "add_statement",
    "ask_whether_still_open",
    "avoid_organisation",
    "avoid_person",
    "change_statement",
    "close_statement",
    "close_unanswered",
    "confirm_all",
    "confirm_details",
    "confirm_statement",
    "delete_statement",
    "erase",
    "erase_account",
    "forget_avoidance",
    "put_picture",
    "reopen_statement",
    "save_details",
    "square",
    "take_back_warning",
    "take_picture_away",
    "warn",
]
