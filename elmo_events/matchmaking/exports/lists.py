"""Which columns the organiser's lists have as files."""

from collections.abc import Iterable
from datetime import datetime

from flask_babel import gettext as _

from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.languages import current_language
from elmo_events.matchmaking.exports.sheets import Sheet
from elmo_events.matchmaking.labels.requests import REQUEST_STATES
from elmo_events.matchmaking.models import MeetingRequest, Participation
from elmo_events.matchmaking.queries.roster import RosterRow


def people_sheet(event: Event, rows: Iterable[RosterRow]) -> Sheet:
    columns = [
        (_("Last name"), "text"), (_("First name"), "text"), (_("Email address"), "text"), (_("Organisation"), "text"),
        (_("Way to attend"), "text"), (_("Joined"), "moment"), (_("Offers"), "number"), (_("Needs"), "number"),
        (_("Requests sent"), "number"), (_("Requests received"), "number"), (_("Requests accepted"), "number"),
        (_("Meetings agreed"), "number"), (_("Meetings placed"), "number"), (_("Free slots"), "number"),
    ]  # fmt: skip
    return Sheet(str(_("People")), columns, [_person(event, row) for row in rows])


def requests_sheet(event: Event, requests: Iterable[MeetingRequest]) -> Sheet:
    columns = [
        (_("Who asks"), "text"), (_("Organisation"), "text"), (_("Who is asked"), "text"), (_("Organisation"), "text"),
        (_("State"), "text"), (_("Asked"), "moment"), (_("Answered"), "moment"),
    ]  # fmt: skip
    return Sheet(str(_("Requests")), columns, [_request(event, request) for request in requests])


def _person(event: Event, row: RosterRow) -> list[object]:
    person, joined = row.registration, row.participation.joined_at if row.participation else None
    return [
        person.last_name, person.first_name, person.email, person.organisation,
        person.admission.name_in(current_language()).text, _own_time(event, joined), row.offers, row.needs,
        row.sent, row.received, row.accepted, row.agreed, row.placed, row.free_slots,
    ]  # fmt: skip


def _request(event: Event, request: MeetingRequest) -> list[object]:
    """What they wrote to each other is theirs, and is in no file."""
    return [
        *_who(request.sender), *_who(request.recipient), str(REQUEST_STATES[request.state]),
        _own_time(event, request.created_at), _own_time(event, request.answered_at),
    ]  # fmt: skip


def _who(person: Participation) -> list[str]:
    return [person.name, person.organisation_name]


def _own_time(event: Event, moment: datetime | None) -> datetime | None:
    """The event's own time without a zone, as spreadsheets want it."""
    return dates.local(moment, event.time_zone).replace(tzinfo=None, microsecond=0) if moment else None
