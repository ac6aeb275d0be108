"""Words for roles and for what the audit log says."""

from flask_babel import lazy_gettext as _l

from elmo_events.organisers.rules import Role

ROLES = {Role.MANAGER: _l("Manager"), Role.EDITOR: _l("Editor")}
ROLE_NOTES = {
    Role.MANAGER: _l("Events and registrations, and the organisation's details, members and privacy notice."),
    Role.EDITOR: _l("Events and registrations."),
}
# The audit log holds what higher features do, too; its words stand in one place.
ACTIONS = {
    "account opened": _l("Account opened"),
    "organiser created": _l("Organisation created"),
    "organiser changed": _l("Organisation's details changed"),
    "member invited": _l("Member invited"),
    "role changed": _l("Member's role changed"),
    "member removed": _l("Member removed"),
    "privacy notice published": _l("Privacy notice published"),
    "event made": _l("Event created"),
    "event copied": _l("Event copied"),
    "event changed": _l("Event changed"),
    "event published": _l("Event published"),
    "event hidden": _l("Event taken back to draft"),
    "event cancelled": _l("Event cancelled"),
    "event deleted": _l("Event deleted"),
    "attendees exported": _l("Attendee list exported"),
    "matchmaking switched on": _l("Meetings switched on"),
    "matchmaking switched off": _l("Meetings switched off"),
    "matchmaking rules changed": _l("Rules of the meetings changed"),
    "block added": _l("Block of meetings added"),
    "block changed": _l("Block of meetings changed"),
    "block removed": _l("Block of meetings removed"),
    "tables added": _l("Tables added"),
    "table changed": _l("Table changed"),
    "table closed": _l("Table closed"),
    "table opened": _l("Table opened"),
    "table removed": _l("Table removed"),
    "people reminded": _l("People reminded"),
    "meetings exported": _l("People or requests exported"),
    "done for a participant": _l("Done for a participant"),
    "availability changed": _l("Participant's times changed"),
    "timetable planned": _l("Timetable planned"),
    "timetable published": _l("Timetable published"),
    "rounds planned": _l("Rounds of speed networking planned"),
    "meeting added by hand": _l("Meeting added by hand"),
    "meeting placed by hand": _l("Meeting placed by hand"),
    "meeting taken off by hand": _l("Meeting taken off the timetable by hand"),
    "meeting pinned": _l("Meeting pinned or unpinned"),
    "meeting removed": _l("Meeting removed"),
    "arrival noted": _l("Arrival at a meeting noted"),
    "absence noted": _l("Absence from a meeting noted"),
    "wall address replaced": _l("Address of the wall display replaced"),
    "special needs seen": _l("Dietary requirements or accessibility needs viewed"),
}
KINDS = {
    "organiser": _l("organisation"),
    "account": _l("account"),
    "event": _l("event"),
    "registration": _l("registration"),
    "participation": _l("participant of meetings"),
    "meeting": _l("meeting"),
}
DETAILS = {
    "kind": _l("kind"),
    "person": _l("participant of meetings"),
    "pinned": _l("pinned"),
    "plan": _l("plan"),
    "block": _l("block"),
    "columns": _l("columns"),
    "fields": _l("fields"),
    "file": _l("file"),
    "meeting": _l("meeting"),
    "filters": _l("filters"),
    "request": _l("request"),
    "role": _l("role"),
    "rows": _l("rows"),
    "section": _l("section"),
    "slots": _l("slots"),
    "table": _l("table"),
    "version": _l("version"),
    "what": _l("what"),
}
