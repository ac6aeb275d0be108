"""How was the meeting: asked in the evening, said with two taps, changeable; months later what it led to."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

from elmo_events.agenda import jobs
from elmo_events.agenda.queries.feedback import outcome_token
from elmo_events.agenda.rules import feedback_asked_at
from elmo_events.foundation.database import db
from elmo_events.foundation.jobs import run_queued
from elmo_events.mail.models import Message
from elmo_events.matchmaking.models import Feedback, Meeting
from elmo_events.matchmaking.rules import NextStep, Result
from tests.agenda.pages import address, read
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day, begin, letters

HELSINKI = ZoneInfo("Europe/Helsinki")


def past(day: Day) -> Meeting:
    meeting = day.meeting("Aino", "Bo", 0)
    begin(day, datetime.now(UTC) - timedelta(hours=3))
    return meeting


def said(day: Day, meeting: Meeting, name: str = "Aino") -> Feedback | None:
    db.session.rollback()
    return db.session.get(Feedback, (meeting.id, day[name].id))


def test_it_is_said_on_one_form_and_can_be_changed(day: Day, client: CheckingClient) -> None:
    meeting = past(day)
    assert "How was the meeting?" in read(client, day, "Aino")
    path = address(day, f"/meetings/{meeting.id}/feedback")
    assert client.get(path).status_code == 200
    answers = {"took_place": "yes", "useful": "4", "next_step": "project", "may_ask_later": "y"}
    assert client.post(path, data=answers).status_code == 302
    found = said(day, meeting)
    assert found is not None
    assert (found.took_place, found.useful, found.next_step, found.may_ask_later) == (True, 4, NextStep.PROJECT, True)
    assert "Change what you said" in client.get(address(day)).get_data(as_text=True)
    client.post(path, data={"took_place": "no", "useful": "4"})
    found = said(day, meeting)
    assert found is not None
    assert (found.took_place, found.useful, found.may_ask_later) == (False, None, False)
    assert said(day, meeting, "Bo") is None


def test_whether_it_took_place_must_be_said(day: Day, client: CheckingClient) -> None:
    meeting = past(day)
    read(client, day, "Aino")
    path = address(day, f"/meetings/{meeting.id}/feedback")
    assert client.post(path, data={"useful": "4"}).status_code == 422
    assert client.post(path, data={"took_place": "yes", "useful": "9"}).status_code == 422
    assert said(day, meeting) is None


def test_nothing_is_said_of_a_meeting_ahead(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    read(client, day, "Aino")
    path = address(day, f"/meetings/{meeting.id}/feedback")
    assert client.get(path).status_code == 404
    assert client.post(path, data={"took_place": "yes"}).status_code == 404


def test_people_are_asked_once_in_the_evening_if_they_have_said_nothing(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    asked_at = feedback_asked_at(day.slots[0].ends_at, HELSINKI)
    with time_machine.travel(asked_at - timedelta(minutes=1), tick=False):
        jobs.ask_how_meetings_were()
        assert letters("agenda.how_it_was") == set()
    with time_machine.travel(asked_at + timedelta(minutes=1), tick=False):
        read(client, day, "Aino")
        client.post(address(day, f"/meetings/{meeting.id}/feedback"), data={"took_place": "yes"})
        jobs.ask_how_meetings_were()
        jobs.ask_how_meetings_were()
        assert letters("agenda.how_it_was") == {"Bo"}
        assert db.session.query(Message).filter_by(kind="agenda.how_it_was").count() == 1
        run_queued()
    db.session.rollback()
    letter = db.session.query(Message).filter_by(kind="agenda.how_it_was").one()
    assert "Aino Mäki, Esimerkki Oy" in (letter.text or "")
    assert "/sign-in/" in (letter.text or "") or "/enter/" in (letter.text or "")
    assert (letter.subject or "").endswith(": How were your meetings?")
    assert "because you took part in the meetings" in (letter.text or "")


def test_three_months_later_only_those_who_agreed_are_asked_once(day: Day, client: CheckingClient) -> None:
    meeting = past(day)
    for name, agrees in (("Aino", {"may_ask_later": "y"}), ("Bo", {})):
        read(client, day, name)
        client.post(address(day, f"/meetings/{meeting.id}/feedback"), data={"took_place": "yes"} | agrees)
    with time_machine.travel(day.event.ends_at + timedelta(weeks=12, hours=1), tick=False):
        jobs.ask_what_meetings_led_to()
        jobs.ask_what_meetings_led_to()
        assert letters("agenda.what_it_led_to") == {"Aino"}
        run_queued()
    db.session.rollback()
    letter = db.session.query(Message).filter_by(kind="agenda.what_it_led_to").one()
    with client.application.test_request_context():
        path = f"/en/meetings/outcome/{outcome_token(day['Aino'])}"
    assert path in (letter.text or "")
    assert "Bo Mäki, Esimerkki Oy" in client.get(path).get_data(as_text=True)
    assert client.post(path, data={f"meeting_{meeting.id}": "business"}).status_code == 302
    found = said(day, meeting)
    assert found is not None
    assert found.result == Result.BUSINESS


def test_who_did_not_agree_has_no_page_to_answer_on(day: Day, client: CheckingClient) -> None:
    meeting = past(day)
    read(client, day, "Aino")
    client.post(address(day, f"/meetings/{meeting.id}/feedback"), data={"took_place": "yes"})
    with client.application.test_request_context():
        path = f"/en/meetings/outcome/{outcome_token(day['Aino'])}"
    assert client.get(path).status_code == 404
    assert client.get(path[:-1] + "x").status_code == 404


def test_the_evening_is_that_of_the_event_s_place() -> None:
    noon = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    assert feedback_asked_at(noon, HELSINKI) == datetime(2026, 11, 24, 18, 0, tzinfo=HELSINKI)
    late = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    assert feedback_asked_at(late, HELSINKI) == late + timedelta(hours=1)
