"""The calendar behind a secret address: two parsers read it, it follows what happens, and a new address ends the old one."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import vobject
from icalendar import Calendar

from elmo_events.agenda.views.feed import MOST_AN_HOUR
from elmo_events.events.models import ProgrammeSession
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.rate_limits import limit
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.actions.seats import Place, draft, lock_meetings, publish
from elmo_events.matchmaking.calendar import meetings_calendar
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.registration.actions import change
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Choice, Facts
from elmo_events.timetable.models import MeetingTable
from elmo_events.timetable.rules import TableKind
from tests import makers
from tests.agenda.pages import address, read
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day


def feed_of(client: CheckingClient, day: Day, name: str) -> str:
    """Makes an address and gives its path."""
    read(client, day, name)
    assert client.post(address(day, "/calendar")).status_code == 302
    page = client.get(address(day)).get_data(as_text=True)
    found = page.split('id="calendar-address">')[1].split("<")[0]
    return found.removeprefix("http://localhost")


def entries(client: CheckingClient, path: str) -> dict[str, Any]:
    """By summary."""
    response = client.get(path)
    assert response.status_code == 200
    assert response.content_type == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.get_data())
    assert calendar["method"] == "PUBLISH"
    return {str(entry["summary"]): entry for entry in calendar.walk("VEVENT")}


def test_it_says_which_address_is_the_first(day: Day, client: CheckingClient) -> None:
    read(client, day, "Aino")
    client.post(address(day, "/calendar"))
    assert "Here is your new address." in client.get(address(day)).text
    client.post(address(day, "/calendar"))
    assert "The old address has ended." in client.get(address(day)).text


def test_two_parsers_read_the_same_meetings(day: Day, client: CheckingClient) -> None:
    day.meeting("Aino", "Bo", 1, table=1)
    path = feed_of(client, day, "Aino")
    client.application.test_client().get(path)
    written = client.get(path).get_data(as_text=True)
    entry = entries(client, path)["Meeting: Bo Mäki, Esimerkki Oy"]
    assert entry["dtstart"].dt == day.slots[1].starts_at
    assert str(entry["location"]).startswith("Table 2, Kulttuurikeskus")
    read_by_vobject = vobject.readOne(written)
    summaries = {each.summary.value: each for each in read_by_vobject.vevent_list}
    assert summaries["Meeting: Bo Mäki, Esimerkki Oy"].dtstart.value == day.slots[1].starts_at
    assert summaries["Meeting: Bo Mäki, Esimerkki Oy"].uid.value == str(entry["uid"])


def test_a_booth_is_called_as_on_the_pages(day: Day, client: CheckingClient) -> None:
    with transaction():
        db.session.get_one(MeetingTable, day.tables[1].id).kind = TableKind.BOOTH
    day.meeting("Aino", "Bo", 1, table=1)
    entry = entries(client, feed_of(client, day, "Aino"))["Meeting: Bo Mäki, Esimerkki Oy"]
    assert str(entry["location"]).startswith("Booth 2, ")
    assert "Booth 2" in client.get(address(day)).get_data(as_text=True)


def test_the_feed_and_the_letters_mean_the_same_entry(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    path = feed_of(client, day, "Aino")
    with client.application.test_request_context():
        person = db.session.get_one(Participation, day["Aino"].id)
        letter = meetings_calendar(
            [db.session.get_one(Meeting, meeting.id)], person, db.session.get_one(Matchmaking, day.event.id)
        )
    (entry,) = Calendar.from_ical(letter).walk("VEVENT")
    assert str(entry["uid"]) == str(entries(client, path)["Meeting: Bo Mäki, Esimerkki Oy"]["uid"])


def test_a_moved_meeting_keeps_its_identity_and_a_cancelled_one_is_taken_off(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    path, summary = feed_of(client, day, "Aino"), "Meeting: Bo Mäki, Esimerkki Oy"
    before = entries(client, path)[summary]
    with transaction():
        lock_meetings(day.matchmaking)
        places = {db.session.get_one(Meeting, meeting.id): Place(day.slots[2].id, day.tables[0].id)}
        draft(places)
        publish(places)
    moved = entries(client, path)[summary]
    assert (str(moved["uid"]), moved["dtstart"].dt) == (str(before["uid"]), day.slots[2].starts_at)
    assert int(str(moved["sequence"])) > int(str(before["sequence"]))
    with transaction():
        cancel_by(day["Bo"], meeting)
    off = entries(client, path)[summary]
    assert str(off["status"]) == "CANCELLED"
    assert (str(off["uid"]), off["dtstart"].dt) == (str(before["uid"]), day.slots[2].starts_at)
    assert int(str(off["sequence"])) > int(str(moved["sequence"]))


def test_it_says_nothing_of_other_people_and_no_address_of_anybody(day: Day, client: CheckingClient) -> None:
    day.meeting("Aino", "Bo", 0)
    day.meeting("Cecilia", "Daniel", 1)
    written = client.get(feed_of(client, day, "Aino")).get_data(as_text=True)
    assert "Cecilia" not in written
    assert "@example.org" not in written
    assert "ATTENDEE" not in written


def test_sessions_stand_in_it_and_a_day_without_sessions_stands_there_itself(day: Day, client: CheckingClient) -> None:
    path = feed_of(client, day, "Aino")
    assert "Circular economy workshop" in entries(client, path)
    start: datetime = day.event.starts_at
    makers.saved(
        ProgrammeSession(
            event_id=day.event.id, starts_at=start, ends_at=start + timedelta(hours=1), title={"en": "Keynote"}
        )
    )
    assert "Keynote" in entries(client, path)
    assert "Circular economy workshop" not in entries(client, path)


def test_a_new_address_ends_the_old_one_and_nothing_else_opens_it(day: Day, client: CheckingClient) -> None:
    old = feed_of(client, day, "Aino")
    assert client.get(old).status_code == 200
    new = feed_of(client, day, "Aino")
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200
    assert client.get(new.replace(".ics", "x.ics")).status_code == 404
    assert client.get("/en/agenda/MQ.ics").status_code == 404


def test_it_ends_when_the_person_is_forgotten(day: Day, client: CheckingClient) -> None:
    path = feed_of(client, day, "Aino")
    with transaction():
        registration = db.session.get_one(Registration, day["Aino"].registration_id)
        registration.anonymised_at = day.event.starts_at
    assert client.get(path).status_code == 404


def test_it_ends_when_the_registration_gets_another_address(day: Day, client: CheckingClient) -> None:
    """Somebody else may come instead, or the old address was a stranger's."""
    path = feed_of(client, day, "Aino")
    registration, editor = day["Aino"].registration, makers.account("editor@example.org")
    with transaction():
        person = replace(registration.person, email="somebody.else@example.org")
        change(registration, person, Choice(day.event.admissions[0].id), Facts(), by=editor)
    assert client.get(path).status_code == 404


def test_an_unchanged_calendar_is_not_sent_twice(day: Day, client: CheckingClient) -> None:
    path = feed_of(client, day, "Aino")
    mark = client.get(path).headers["ETag"]
    assert client.get(path, headers={"If-None-Match": mark}).status_code == 304


def test_programs_that_ask_all_the_time_are_held_off(day: Day, client: CheckingClient) -> None:
    path = feed_of(client, day, "Aino")
    assert client.get(path).status_code == 200
    for _number in range(MOST_AN_HOUR - 1):
        limit("agenda feed", str(day["Aino"].registration_id), MOST_AN_HOUR, 3600)
    assert client.get(path).status_code == 429
