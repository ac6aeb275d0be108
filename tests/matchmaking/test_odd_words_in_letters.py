"""Names, titles, tables and messages with whatever people type: letters go to nobody else, and calendar programs read their
files. Forms take line breaks out of names; messages keep theirs.
"""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

import vobject
from flask import Flask
from icalendar import Calendar
from sqlalchemy import select

from elmo_events.agenda.actions.feeds import make_address
from elmo_events.agenda.queries.feeds import feed_token
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.languages import speaking
from elmo_events.mail import letters, transport
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.publish import tell
from elmo_events.matchmaking.models import Meeting
from elmo_events.timetable.models import MeetingTable
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import asked
from tests.matchmaking.published_day import Day

ODD = 'Åke, evil@example.org; "q" <x@example.org>: \\n \u200fabc \U0001f43b'
LONG = (f"{ODD}\nBcc: evil@example.org\n\nBEGIN:VEVENT\n" * 200)[:10_000]


def test_letters_and_calendars_hold(app: Flask, client: CheckingClient) -> None:
    day = _odd_day()
    files: list[letters.File] = []
    for message in db.session.scalars(select(Message)):
        with app.test_request_context(), speaking("en"):
            letter = letters.compose(message)
        assert letter is not None
        _check_envelope(_sent(message, letter), message.to_address)
        files += letter.files
    assert files
    for file in files:
        _check_calendar(file.content)
    with transaction():
        feed = make_address(day["Aino"].registration)
        db.session.flush()
        address = f"/en/agenda/{feed_token(feed)}.ics"
    _check_calendar(client.get(address).get_data(as_text=True))


def test_a_name_with_a_comma_ends_no_address(app: Flask) -> None:
    for name in ("Lappi, Pohjois-Suomi", ODD, f"{ODD} {ODD}", "x" * 150):
        message = Message(to_name=name, to_address="aino@example.org", language="en", message_id="<1@example.org>")
        _check_envelope(_sent(message, letters.Letter("Hello", "Hello", "Hello", sender_name=name)), "aino@example.org")


def _odd_day() -> Day:
    day = Day(2, 1, "Aino Bo Cecilia")
    with transaction():
        for person in day.people.values():
            person.profile.first_name = person.profile.last_name = person.profile.organisation = ODD
            person.registration.first_name = person.registration.last_name = ODD
        event = db.session.get_one(Event, day.event.id)
        event.title, event.contact_name, event.venue, event.organiser.name = {"en": ODD * 3}, ODD, ODD, {"en": ODD}
        db.session.get_one(MeetingTable, day.tables[0].id).name = ODD[:60]
    asked(day["Cecilia"], day["Aino"], message=LONG, what_you_gain=ODD)
    asked(day["Bo"], day["Cecilia"], message=LONG)
    with transaction():
        tell([_drafted(day)])
    return day


def _drafted(day: Day) -> Meeting:
    meeting = seats.new_meeting(day["Aino"], day["Bo"])
    seats.draft({meeting: seats.Place(day.slots[0].id, day.tables[0].id)})
    return meeting


def _sent(message: Message, letter: letters.Letter) -> bytes:
    return bytes(transport._envelope(message, letter).as_bytes())


def _check_envelope(raw: bytes, address: str) -> None:
    read: EmailMessage = message_from_bytes(raw, policy=policy.default)
    assert [each.addr_spec for each in read["To"].addresses] == [address]
    assert [each.addr_spec for each in read["From"].addresses] == ["elmo-events@example.org"]
    assert not ({"bcc", "cc"} & {name.lower() for name in read})
    assert max(map(len, raw.splitlines())) < 999  # RFC 5322


def _check_calendar(written: str) -> None:
    """RFC 5545: lines of 75 bytes, no control characters, one entry each; two parsers agree."""
    assert max(map(len, written.encode().split(b"\r\n"))) <= 75
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|(?<!\r)\n", written)
    entries = Calendar.from_ical(written).walk("VEVENT")
    assert entries
    read = vobject.readOne(written)
    assert [str(each["SUMMARY"]) for each in entries] == [each.summary.value for each in read.vevent_list]
