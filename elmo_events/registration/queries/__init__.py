"""What is there? Registrations, places and lines, what a form needs, whom to remind."""

from elmo_events.registration.queries.everything import everything_about
from elmo_events.registration.queries.form import (
    organisation_type_rows,
    privacy_notice_version,
    public_event,
    region_rows,
)
from elmo_events.registration.queries.places import (
    Line,
    Standing,
    extras_of,
    first_in_line,
    line,
    parts_of,
    queue_position,
    standing,
)
from elmo_events.registration.queries.registrations import (
    LINK,
    Listed,
    active_registrations,
    has_registrations,
    history,
    needs,
    participants,
    participants_listed,
    registration,
    registration_by_token,
    registrations_of,
)
from elmo_events.registration.queries.reminding import confirmed_before, parts_between, written_once

__all__ = [
    "LINK",
    "Line",
    "Listed",
    "Standing",
    "active_registrations",
    "confirmed_before",
    "everything_about",
    "extras_of",
    "first_in_line",
    "has_registrations",
    "history",
    "line",
    "needs",
    "organisation_type_rows",
    "participants",
    "participants_listed",
    "parts_between",
    "parts_of",
    "privacy_notice_version",
    "public_event",
    "queue_position",
    "region_rows",
    "registration",
    "registration_by_token",
    "registrations_of",
    "standing",
    "written_once",
]
