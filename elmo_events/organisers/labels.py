"""Words for roles and for what the audit log says."""

from flask_babel import lazy_gettext as _l

from elmo_events.organisers.rules import Role

ROLES = {Role.MANAGER: _l("Manager"), Role.EDITOR: _l("Editor")}
ROLE_NOTES = {
    Role.MANAGER: _l("Events and registrations, and the organisation's details, members and privacy notice."),
    Role.EDITOR: _l("Events and registrations."),
}
ACTIONS = {
    "account opened": _l("Account opened"),
    "organiser created": _l("Organisation created"),
    "organiser changed": _l("Organisation's details changed"),
    "member invited": _l("Member invited"),
    "role changed": _l("Member's role changed"),
    "member removed": _l("Member removed"),
    "privacy notice published": _l("Privacy notice published"),
}
KINDS = {
    "organiser": _l("organisation"),
    "account": _l("account"),
    "event": _l("event"),
    "registration": _l("registration"),
    "message": _l("email"),
    "privacy notice": _l("privacy notice"),
}
