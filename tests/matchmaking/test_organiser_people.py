"""The organiser's list of people: how far each has come, reminders of what is missing, the list as a file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from elmo_events.accounts.models import AuditEntry
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.models import Participation
from elmo_events.matchmaking.queries.roster import RosterRow, roster
from elmo_events.matchmaking.rules import Gap
from elmo_events.profiles.rules import Direction
from elmo_events.registration.models import Registration
from elmo_events.timetable.models import Unavailability
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers
from tests.client import CheckingClient


@pytest.fixture
def event(client: CheckingClient) -> Event:
    """A published event with meetings, whose editor is signed in."""
    organiser = makers.organiser()
    client.sign_in(makers.member(organiser))
    made = makers.event(organiser)
    meeting_makers.matchmaking(made, slots=2)
    return made


@pytest.fixture
def aino(event: Event) -> Participation:
    """With an offer; she asked Bo and meets him."""
    person = meeting_makers.participation(event, "Aino")
    meeting_makers.statement(person.profile, Direction.OFFER, "A test bench")
    return person


@pytest.fixture
def bo(event: Event, aino: Participation) -> Participation:
    person = meeting_makers.participation(event, "Bo")
    with transaction():
        ask(aino, person, message="Shall we talk?")
    meeting_makers.meeting(aino, person, slots(event)[0], tables(event)[0])
    return person


@pytest.fixture
def carl(event: Event) -> Registration:
    """He has not joined, and has no profile."""
    return meeting_makers.registration(event, "carl@example.org", "Carl", organisation="=cmd|' /C calc'!A0")


def address(event: Event, page: str = "people") -> str:
    return f"/en/organiser/events/{event.id}/meetings/{page}"


def row_of(event: Event, registration: Registration) -> RosterRow:
    db.session.rollback()
    return next(row for row in roster(event) if row.registration.id == registration.id)


def reminders(event: Event) -> list[str]:
    db.session.rollback()
    return sorted(message.to_address for message in db.session.query(Message).filter_by(kind="matchmaking.reminder"))


def test_each_row_says_how_far_somebody_has_come(
    event: Event, aino: Participation, bo: Participation, carl: Registration
) -> None:
    row = row_of(event, aino.registration)
    assert (row.offers, row.needs, row.sent, row.received, row.agreed, row.placed) == (1, 0, 1, 0, 1, 1)
    assert row.gaps == set()
    assert row_of(event, bo.registration).gaps == {Gap.NOTHING_SAID}
    assert row_of(event, carl).gaps == {Gap.NOT_JOINED, Gap.NO_PROFILE}


def test_a_profile_counts_before_its_owner_joins(event: Event, carl: Registration) -> None:
    meeting_makers.profile("carl@example.org", "Carl")
    assert row_of(event, carl).gaps == {Gap.NOT_JOINED}


def test_whoever_has_taken_away_all_slots_has_no_time(event: Event) -> None:
    dag = meeting_makers.participation(event, "Dag")
    assert row_of(event, dag.registration).free_slots == 2
    for slot in slots(event):
        makers.saved(Unavailability(registration_id=dag.registration_id, slot_id=slot.id))
    assert row_of(event, dag.registration).gaps >= {Gap.NO_TIME, Gap.NO_REQUEST, Gap.NO_MEETING}


def test_who_left_or_cancelled_is_not_in_the_list(client: CheckingClient, event: Event, aino: Participation) -> None:
    with transaction():
        aino.registration.state = "cancelled"
    assert "Nobody has registered yet" in client.get(address(event)).text


def test_the_list_is_filtered_by_what_is_missing_and_by_words(
    client: CheckingClient, event: Event, bo: Participation, carl: Registration
) -> None:
    page = client.get(address(event)).text
    for name in ("Mäki Aino", "Mäki Bo", "Mäki Carl"):
        assert name in page
    page = client.get(address(event) + "?gap=not-joined").text
    assert "Mäki Carl" in page
    assert "Mäki Bo" not in page
    assert "1 of 3 people" in page
    page = client.get(address(event) + "?q=MÄKI+bo").text
    assert "Mäki Bo" in page
    assert "Mäki Carl" not in page
    assert "No matches" in client.get(address(event) + "?q=nobody").text
    assert client.get(address(event) + "?gap=nonsense&page=99").status_code == 200


def test_a_reminder_goes_once_a_day_to_those_who_have_the_gap(
    client: CheckingClient, event: Event, bo: Participation, carl: Registration
) -> None:
    page = client.get(address(event, "reminder/not-joined")).text
    assert "1 person gets an email" in page
    assert "Carl Mäki" in page
    answer = client.post(address(event, "reminder/not-joined"), follow_redirects=True)
    assert "1 email is on its way." in answer.text
    assert reminders(event) == ["carl@example.org"]
    page = client.get(address(event, "reminder/not-joined")).text
    assert "There is nobody to remind" in page
    assert client.post(address(event, "reminder/not-joined")).status_code == 422
    assert reminders(event) == ["carl@example.org"]
    client.post(address(event, "reminder/no-profile"))
    assert reminders(event) == ["carl@example.org"] * 2
    entry = db.session.query(AuditEntry).filter_by(action="people reminded").first()
    assert entry
    assert entry.details == {"what": "not-joined", "rows": 1}


def test_nobody_is_reminded_of_an_event_that_nobody_sees(
    client: CheckingClient, event: Event, carl: Registration
) -> None:
    with transaction():
        event.state = EventState.CANCELLED
    assert client.post(address(event, "reminder/not-joined")).status_code == 422
    assert reminders(event) == []
    assert client.get(address(event, "reminder/nonsense")).status_code == 404


def test_the_file_holds_the_filtered_rows_and_no_formula(
    client: CheckingClient, event: Event, bo: Participation, carl: Registration
) -> None:
    answer = client.get(address(event, "people.csv?gap=not-joined"))
    lines = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))
    assert [line["First name"] for line in lines] == ["Carl"]
    assert lines[0]["Organisation"].startswith("'=")
    book = load_workbook(io.BytesIO(client.get(address(event, "people.xlsx")).data))
    sheet = book.active
    assert sheet.max_row == 4
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n", "d"}
    assert db.session.query(AuditEntry).filter_by(action="meetings exported").count() == 2


def test_the_file_of_requests_says_who_asked_whom_and_not_what(
    client: CheckingClient, event: Event, bo: Participation
) -> None:
    text = client.get(address(event, "requests.csv")).get_data(as_text=True)
    assert "Aino Mäki,Esimerkki Oy,Bo Mäki,Esimerkki Oy,Waiting for an answer" in text
    assert "Shall we talk?" not in text
    assert client.get(address(event, "requests.xlsx")).status_code == 200


def test_other_organisers_find_neither_list_nor_file(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.member(makers.organiser("kainuu"), "other@example.org"))
    for page in ("people", "people.csv", "requests.xlsx", "reminder/not-joined"):
        assert client.get(address(event, page)).status_code == 404
