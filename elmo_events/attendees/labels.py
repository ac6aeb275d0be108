"""The interface's words for columns, filters and e-mails of the attendee list."""

from flask_babel import lazy_gettext as _l

from elmo_events.attendees.rules import Column, Special

COLUMN_LABELS = {
    Column.NAME: _l("Name"),
    Column.EMAIL: _l("Email address"),
    Column.ORGANISATION: _l("Organisation"),
    Column.ORGANISATION_TYPE: _l("Type of organisation"),
    Column.JOB_TITLE: _l("Job title"),
    Column.PHONE: _l("Phone number"),
    Column.REGION: _l("Region"),
    Column.ADMISSION: _l("Way to attend"),
    Column.EXTRAS: _l("Extras"),
    Column.PARTS: _l("Parts"),
    Column.STATE: _l("State"),
    Column.QUEUE: _l("Place on the waiting list"),
    Column.LANGUAGE: _l("Language of the emails"),
    Column.LISTED: _l("May be listed"),
    Column.MESSAGE: _l("Message to the organiser"),
    Column.CREATED: _l("Registered"),
    Column.CONFIRMED: _l("Confirmed at"),
    Column.CANCELLED: _l("Cancelled at"),
    Column.NUMBER: _l("Number"),
}
SPECIAL_LABELS = {
    Special.MAIL_FAILED: _l("An email could not be sent"),
    Special.ADDED_BY_HAND: _l("Added by hand"),
}
MAIL_LABELS = {
    "registration.confirmation": _l("Confirmation"),
    "registration.waiting": _l("On the waiting list"),
    "registration.link_again": _l("Personal link again"),
    "registration.promoted": _l("A place became free"),
    "registration.changed": _l("Registration changed"),
    "registration.cancelled": _l("Registration cancelled"),
    "registration.event_cancelled": _l("Event cancelled"),
    "registration.event_moved": _l("Event moved"),
    "registration.week_reminder": _l("Reminder a week before"),
    "registration.day_reminder": _l("Reminder a day before"),
    "registration.joining_link": _l("Joining link"),
}
