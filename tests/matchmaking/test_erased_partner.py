"""Somebody has erased their profile after a meeting that was held: the other's pages still open, without a name."""

from datetime import timedelta

from flask import Flask

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Meeting
from elmo_events.matchmaking.rules import RequestState
from elmo_events.profiles.actions import erase
from tests import meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import asked
from tests.matchmaking.published_day import Day, begin


def test_the_other_s_pages_still_open(app: Flask, client: CheckingClient) -> None:
    day = Day(4, 2, "Aino Cecilia")
    request, meeting = asked(day["Aino"], day["Cecilia"], what_you_gain="Ash"), day.meeting("Aino", "Cecilia", 0)
    with transaction():
        db.session.get_one(Meeting, meeting.id).request_id = request.id
        request.state = RequestState.ACCEPTED
    begin(day, now() - timedelta(minutes=30))
    with transaction():
        erase(day["Cecilia"].profile)
    client.sign_in(meeting_makers.account_of(day["Aino"]))
    base = f"/en/events/{day.event.slug}"
    for path in (
        "/meetings/requests",
        f"/meetings/requests/{request.id}",
        "/agenda",
        f"/agenda/meetings/{meeting.id}/feedback",
        f"/meetings/cancellations/{meeting.id}",
    ):
        answer = client.get(base + path)
        assert (path, answer.status_code) == (path, 200)
        assert "Cecilia" not in answer.get_data(as_text=True)
