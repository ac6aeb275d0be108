"""The page behind a table's code, check-in without signing in, and the cards that carry the codes."""

from datetime import UTC, datetime, timedelta

import pytest
import segno
from flask import Flask

from elmo_events.agenda.organiser_views.room import code_of, table_address
from elmo_events.agenda.queries.tables import seat_token, table_token
from elmo_events.agenda.rules import is_named
from elmo_events.agenda.views.table import MOST_NAMES
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.rate_limits import limit
from elmo_events.matchmaking.models import Meeting, Seat
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import Visibility
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day, begin, letters


@pytest.fixture
def running(day: Day) -> tuple[Day, Meeting]:
    """Aino and Bo have met for six minutes at the first table; Cecilia and Daniel come next."""
    meeting = day.meeting("Aino", "Bo", 0)
    day.meeting("Cecilia", "Daniel", 1)
    begin(day, datetime.now(UTC) - timedelta(minutes=6))
    return day, meeting


def table_page(day: Day, number: int = 0) -> str:
    return f"/en/events/{day.event.slug}/tables/{table_token(day.tables[number])}"


def seat_page(day: Day, meeting: Meeting, name: str) -> str:
    return f"/en/events/{day.event.slug}/seats/{seat_token(seat(meeting, day, name))}"


def seat(meeting: Meeting, day: Day, name: str) -> Seat:
    db.session.rollback()
    return db.session.get_one(Seat, (meeting.id, day[name].id))


def test_a_table_shows_who_meets_now_and_next_by_first_name(
    running: tuple[Day, Meeting], client: CheckingClient
) -> None:
    page = client.get(table_page(running[0])).get_data(as_text=True)
    assert page.index(">Now ") < page.index("<b>Aino</b>") < page.index(">Next ") < page.index("<b>Cecilia</b>")
    assert "Mäki" not in page


def test_the_code_leads_to_the_table_in_the_visitor_s_language(day: Day, client: CheckingClient) -> None:
    answer = client.get(f"/t/{table_token(day.tables[0])}", headers={"Accept-Language": "sv"})
    assert answer.headers["Location"] == table_page(day).replace("/en/", "/sv/")
    assert client.get("/t/1").status_code == 404


def test_where_nobody_meets_no_name_is_asked(day: Day, client: CheckingClient) -> None:
    page = client.post(table_page(day), data={"name": "Aino"}).get_data(as_text=True)
    assert 'href="#name"' not in page
    assert 'id="name"' not in page


def test_another_event_s_code_opens_nothing_here(day: Day, client: CheckingClient) -> None:
    other = makers.event(day.event.organiser, slug="muu")
    meeting_makers.matchmaking(other)
    assert client.get(f"/en/events/muu/tables/{table_token(day.tables[0])}").status_code == 404


def test_somebody_checks_in_by_typing_a_name(running: tuple[Day, Meeting], client: CheckingClient) -> None:
    day, meeting = running
    answer = client.post(table_page(day), data={"name": " aino "})
    assert answer.status_code == 302
    assert seat(meeting, day, "Aino").arrived_at is not None
    assert seat(meeting, day, "Bo").arrived_at is None
    assert "You are checked in" in client.get(answer.headers["Location"]).get_data(as_text=True)


def test_a_name_that_is_not_at_the_table_checks_nobody_in(running: tuple[Day, Meeting], client: CheckingClient) -> None:
    day, meeting = running
    for typed in ("Filip", "A", "", "Mäki"):
        assert client.post(table_page(day), data={"name": typed}).status_code == 422
    assert seat(meeting, day, "Aino").arrived_at is None


def test_guessing_names_at_one_table_ends_and_the_others_go_on(
    running: tuple[Day, Meeting], client: CheckingClient
) -> None:
    """A whole venue shares one network address."""
    day, _meeting = running
    day.meeting("Cecilia", "Aino", 2, table=1)
    with client.application.test_request_context(environ_base={"REMOTE_ADDR": "127.0.0.1"}):
        for _ in range(MOST_NAMES):
            limit("names at tables", f"{day.tables[0].id} 127.0.0.1", MOST_NAMES, 600)
    assert client.post(table_page(day), data={"name": "Aino"}).status_code == 429
    assert client.post(table_page(day, 1), data={"name": "Filip"}).status_code == 422


def test_who_has_signed_in_taps_once(running: tuple[Day, Meeting], client: CheckingClient) -> None:
    day, meeting = running
    client.sign_in(meeting_makers.account_of(day["Bo"]))
    page = client.get(table_page(day)).get_data(as_text=True)
    assert 'name="name" value="Bo Mäki"' in page
    client.post(table_page(day), data={"name": "Bo Mäki"})
    assert seat(meeting, day, "Bo").arrived_at is not None


def test_who_stands_at_the_wrong_table_is_told_the_right_one(
    running: tuple[Day, Meeting], client: CheckingClient
) -> None:
    day, _meeting = running
    client.sign_in(meeting_makers.account_of(day["Aino"]))
    page = client.get(table_page(day, 1)).get_data(as_text=True)
    assert "Your meeting is at another table" in page
    assert "Table 1" in page


def test_nobody_checks_in_long_before(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    assert client.post(table_page(day), data={"name": "Aino"}).status_code == 422
    assert seat(meeting, day, "Aino").arrived_at is None


def test_who_waits_alone_says_so_and_is_led_to_others(running: tuple[Day, Meeting], client: CheckingClient) -> None:
    day, meeting = running
    day.suggest("Aino", "Cecilia", 0.9)
    client.post(table_page(day), data={"name": "Aino"})
    path = seat_page(day, meeting, "Aino")
    assert "I am alone at the table" in client.get(path).get_data(as_text=True)
    assert client.post(path).status_code == 302
    assert makers.afresh(meeting).state == MeetingState.CANCELLED
    assert letters("matchmaking.marked_absent") == {"Bo"}
    assert "See who is free" in client.get(path).get_data(as_text=True)
    client.sign_in(meeting_makers.account_of(day["Aino"]))
    instead = client.get(f"/en/events/{day.event.slug}/agenda/meetings/{meeting.id}/instead").get_data(as_text=True)
    assert "Cecilia Mäki" in instead


def test_who_has_not_come_can_t_call_the_other_absent(running: tuple[Day, Meeting], client: CheckingClient) -> None:
    day, meeting = running
    assert client.post(seat_page(day, meeting, "Aino")).status_code == 422
    assert makers.afresh(meeting).state == MeetingState.ACTIVE


def test_a_hidden_person_has_no_name_at_the_table(running: tuple[Day, Meeting], client: CheckingClient) -> None:
    day, _meeting = running
    with transaction():
        db.session.get_one(Profile, day["Bo"].profile_id).visibility = Visibility.HIDDEN
    page = client.get(table_page(day)).get_data(as_text=True)
    assert "<b>Bo</b>" not in page
    assert "Reserved" in page


def test_cards_carry_the_number_and_the_code_of_each_table(day: Day, client: CheckingClient) -> None:
    client.sign_in(makers.member(day.event.organiser))
    page = client.get(f"/en/organiser/events/{day.event.id}/meetings/table-cards").get_data(as_text=True)
    with client.application.test_request_context():
        addresses = [table_address(table) for table in day.tables]
    assert all(address in page for address in addresses)
    assert page.count('role="img" aria-label="Code of Table') == len(day.tables)
    assert all(str(code_of(address)) in page for address in addresses)
    assert addresses[0] == f"http://localhost/t/{table_token(day.tables[0])}"


def test_the_drawing_holds_the_very_address(app: Flask) -> None:
    address = "http://localhost/t/MQ.abc"
    assert str(code_of(address)) == segno.make(address, error="m").svg_inline(omitsize=True, border=2)
    assert "style" not in str(code_of(address))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("aino", True),
        ("MÄKI", True),
        ("Mäki  Aino", True),
        ("Aino Mäki", True),
        ("Ai", False),
        ("", False),
        ("Bo", False),
    ],
)
def test_names_are_compared_as_people_write_them(typed: str, expected: bool) -> None:
    assert is_named(typed, "Aino", "Mäki") is expected
