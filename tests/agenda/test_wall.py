"""The wall display shows tables, first names and organisations of the round, and no more."""

from datetime import UTC, datetime, timedelta

from elmo_events.agenda.queries.tables import wall_token
from elmo_events.events.models import Admission
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.timetable.models import MeetingTable
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day, begin


def wall(day: Day) -> str:
    return f"/en/events/{day.event.slug}/wall/{wall_token(db.session.get_one(Matchmaking, day.event.id))}"


def test_it_shows_the_round_that_is_going_on(day: Day, client: CheckingClient) -> None:
    day.meeting("Aino", "Bo", 0, table=1)
    day.meeting("Cecilia", "Daniel", 1)
    begin(day, datetime.now(UTC) - timedelta(minutes=3))
    page = client.get(wall(day)).get_data(as_text=True)
    assert "<b>Aino</b> <span>Esimerkki Oy</span>" in page
    assert "12 min" in page
    assert "Next round" in page
    assert 'http-equiv="refresh"' in page
    assert "Cecilia" not in page
    assert "Mäki" not in page
    assert "@example.org" not in page


def test_between_rounds_it_shows_the_next_one(day: Day, client: CheckingClient) -> None:
    day.meeting("Cecilia", "Daniel", 1)
    begin(day, datetime.now(UTC) - timedelta(minutes=17))
    page = client.get(wall(day)).get_data(as_text=True)
    assert "The next round begins in" in page
    assert "Cecilia" in page


def test_hidden_people_have_no_name_on_it(day: Day, client: CheckingClient) -> None:
    day.meeting("Aino", "Bo", 0)
    with transaction():
        db.session.get_one(Profile, day["Bo"].profile_id).visibility = Visibility.HIDDEN
    page = client.get(wall(day)).get_data(as_text=True)
    assert "<b>Bo</b>" not in page
    assert "<b>Reserved</b>" in page


def test_drafts_and_video_meetings_are_not_on_it(day: Day, client: CheckingClient) -> None:
    meeting_makers.meeting(day["Aino"], day["Bo"], day.slots[0], day.tables[0], published=False)
    with transaction():
        db.session.get_one(MeetingTable, day.tables[1].id).link = "https://video.example.org/room"
    day.meeting("Cecilia", "Daniel", 0, table=1)
    page = client.get(wall(day)).get_data(as_text=True)
    assert "Aino" not in page
    assert "video.example.org" not in page


def test_its_address_is_secret_and_can_be_ended(day: Day, client: CheckingClient) -> None:
    old = wall(day)
    assert client.get(old).status_code == 200
    assert client.get(old[:-2]).status_code == 404
    client.sign_in(makers.member(day.event.organiser))
    assert client.post(f"/en/organiser/events/{day.event.id}/meetings/wall").status_code == 302
    db.session.rollback()
    assert client.get(old).status_code == 404
    assert client.get(wall(day)).status_code == 200


def test_many_tables_take_turns_and_are_all_on_paper(day: Day, client: CheckingClient) -> None:
    with transaction():
        db.session.get_one(Admission, day.event.admissions[0].id).places = 100
        db.session.add_all(
            MeetingTable(event_id=day.event.id, name=str(number), position=number) for number in range(3, 24)
        )
    db.session.rollback()
    tables = list(db.session.query(MeetingTable).order_by(MeetingTable.position))
    for number, table in enumerate(tables[:22]):
        first, second = (meeting_makers.participation(day.event, f"N{number}{side}") for side in "ab")
        meeting_makers.meeting(first, second, day.slots[0], table)
    page = client.get(wall(day)).get_data(as_text=True)
    assert "of 2" in page
    assert page.count('class="wall-row"') <= 20
    assert client.get(f"{wall(day)}?all=1").get_data(as_text=True).count('class="wall-row"') == 22
