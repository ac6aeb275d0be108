"""People who have asked for meetings or placed them, and then cancel or attend in another way."""

from elmo_events.events.models import Admission, Event
from elmo_events.events.rules import Mode
from elmo_events.foundation.database import transaction
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.registration import actions as registrations
from elmo_events.registration.rules import Choice, Facts
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers


def event_of_both_modes() -> Event:
    """On site and online, with meetings."""
    makers.taxonomy()
    on_site = Admission(name={"en": "On site"}, mode=Mode.ON_SITE, places=50)
    online = Admission(name={"en": "Online"}, mode=Mode.ONLINE, position=1)
    made = makers.event(makers.organiser(), admissions=[on_site, online])
    meeting_makers.matchmaking(made)
    return made


def placed(first: Participation, second: Participation, slot: int = 0, table: int = 0) -> Meeting:
    event = first.event
    return meeting_makers.meeting(first, second, slots(event)[slot], tables(event)[table])


def cancel(person: Participation) -> None:
    with transaction():
        registrations.cancel(person.registration)


def attends_online(person: Participation) -> None:
    registration, event = person.registration, person.event
    with transaction():
        told = Facts(organisation=registration.organisation, language="en")
        registrations.change(registration, registration.person, Choice(event.admissions[1].id), told)


def state(row: MeetingRequest | Meeting) -> str:
    return str(makers.afresh(row).state)
