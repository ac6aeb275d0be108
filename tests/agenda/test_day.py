"""Staff on the day: who has come, who is missing, who has gone."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from elmo_events.accounts.models import AuditEntry
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Seat
from elmo_events.matchmaking.rules import MeetingState
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day, begin


def address(day: Day, rest: str = "") -> str:
    return f"/en/organiser/events/{day.event.id}/meetings/day{rest}"


def test_the_round_that_is_going_on_is_shown_with_who_is_missing(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    begin(day, datetime.now(UTC) - timedelta(minutes=6))
    client.sign_in(makers.member(day.event.organiser))
    page = client.get(address(day)).get_data(as_text=True)
    assert page.count(">Missing<") == 2
    assert (
        client.post(address(day, f"/{meeting.id}/people/{day['Aino'].id}"), data={"what": "arrived"}).status_code == 302
    )
    page = client.get(address(day)).get_data(as_text=True)
    assert page.count(">Missing<") == 1
    db.session.rollback()
    assert db.session.get_one(Seat, (meeting.id, day["Aino"].id)).arrived_at is not None


def test_staff_mark_somebody_absent(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    begin(day, datetime.now(UTC) - timedelta(minutes=6))
    client.sign_in(makers.member(day.event.organiser))
    client.post(address(day, f"/{meeting.id}/people/{day['Bo'].id}"), data={"what": "absent"})
    assert makers.afresh(meeting).state == MeetingState.CANCELLED
    actions = db.session.scalars(select(AuditEntry.action).where(AuditEntry.about_kind == "meeting")).all()
    assert actions == ["absence noted"]


def test_staff_find_people_by_name_and_cancel_for_who_has_gone(day: Day, client: CheckingClient) -> None:
    first, second = day.meeting("Aino", "Bo", 0), day.meeting("Aino", "Cecilia", 1)
    client.sign_in(makers.member(day.event.organiser))
    page = client.get(address(day, "?name=ain")).get_data(as_text=True)
    assert "1 person found" in page
    gone = address(day, f"/people/{day['Aino'].id}/gone")
    assert "2 meetings ahead are cancelled" in client.get(gone).get_data(as_text=True)
    assert makers.afresh(first).state == MeetingState.ACTIVE
    assert client.post(gone).status_code == 302
    assert [makers.afresh(each).state for each in (first, second)] == [MeetingState.CANCELLED] * 2


def test_it_is_for_the_event_s_own_staff(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    client.sign_in(makers.member(makers.organiser("kainuu"), "muu@example.org"))
    assert client.get(address(day)).status_code == 404
    assert client.post(address(day, f"/{meeting.id}/people/{day['Bo'].id}"), data={"what": "absent"}).status_code == 404
    assert makers.afresh(meeting).state == MeetingState.ACTIVE


def test_people_of_another_event_are_not_there(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    other = makers.event(day.event.organiser, slug="muu")
    meeting_makers.matchmaking(other)
    client.sign_in(makers.member(day.event.organiser))
    path = f"/en/organiser/events/{other.id}/meetings/day/{meeting.id}/people/{day['Bo'].id}"
    assert client.post(path, data={"what": "arrived"}).status_code == 404
