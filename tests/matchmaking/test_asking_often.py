"""A request is a letter: who takes theirs back and asks again and again is held off."""

from flask import Flask
from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import MeetingRequest
from elmo_events.matchmaking.views.ask import TRIES_WITH_ONE
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import START


def test_one_person_is_asked_so_many_times_a_day(app: Flask, client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    aino, bo = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    cecilia = meeting_makers.participation(event, "Cecilia").id
    client.sign_in(meeting_makers.account_of(aino))
    asking = f"{START}/people/{bo.id}/request"
    for _ in range(TRIES_WITH_ONE):
        assert client.post(asking, data={"message": "Hello"}).status_code == 302
        db.session.rollback()
        request = db.session.scalars(select(MeetingRequest).order_by(MeetingRequest.id.desc())).first()
        assert request is not None
        assert client.post(f"{START}/requests/{request.id}/withdrawal").status_code == 302
    assert client.post(asking, data={"message": "Hello"}).status_code == 429
    assert client.post(f"{START}/people/{cecilia}/request", data={"message": "Hello"}).status_code == 302
