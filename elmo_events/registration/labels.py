"""The interface's words for states of registrations and for what happens to them."""

from flask_babel import lazy_gettext as _l

from elmo_events.registration.rules import RegistrationState

STATE_LABELS = {
    RegistrationState.PENDING: _l("Waiting for approval"),
    RegistrationState.CONFIRMED: _l("Confirmed"),
    RegistrationState.WAITING: _l("On the waiting list"),
    RegistrationState.OFFERED: _l("Offered a place"),
    RegistrationState.DECLINED: _l("Declined"),
    RegistrationState.CANCELLED: _l("Cancelled"),
}
HISTORY_LABELS = {
    "signed up": _l("Registered"),
    "added by hand": _l("Added by the organiser"),
    "promoted": _l("Got a place from the waiting list"),
    "changed": _l("Changed"),
    "cancelled": _l("Cancelled"),
    "erased": _l("Personal data erased at the person's wish"),
    "anonymised": _l("Personal data erased after the event"),
}
FIELD_LABELS = {
    "admission": _l("How you attend"),
    "extras": _l("Extras"),
    "parts": _l("Parts"),
    "first_name": _l("First name"),
    "last_name": _l("Last name"),
    "email": _l("Email address"),
    "organisation": _l("Organisation"),
    "organisation_type_id": _l("Type of organisation"),
    "region_code": _l("Region"),
    "job_title": _l("Job title"),
    "phone": _l("Phone number"),
    "message": _l("Message to the organiser"),
    "may_be_listed": _l("List of participants"),
    "language": _l("Language of the emails"),
    "diet": _l("Diet"),
    "accessibility": _l("Accessibility needs"),
}
