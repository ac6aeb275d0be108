"""A participant's pages of requests: ask, answer with one tap, withdraw, cancel; and whose they are."""

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.answer import decline
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.profiles.models import Avoidance
from elmo_events.profiles.rules import Direction
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import START, agreed, asked, terms

ASK = {"message": "Shall we talk about bark?", "what_you_gain": "A buyer."}


@pytest.fixture
def event(app: Flask) -> Event:
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


def page_of(client: CheckingClient, person: Participation, path: str = "/requests") -> str:
    client.sign_in(meeting_makers.account_of(person))
    answer = client.get(START + path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def only_request() -> MeetingRequest:
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(MeetingRequest).one()


def test_ask_from_the_page_of_a_person(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    offer = meeting_makers.statement(bo.profile, Direction.OFFER, "Bark by the tonne")
    page = page_of(client, aino, f"/people/{bo.id}/request?statement={offer.id}")
    assert "Bark by the tonne" in page
    answer = client.post(f"{START}/people/{bo.id}/request", data=ASK | {"statement": offer.id}, follow_redirects=True)
    assert "Your request is on its way to Bo Mäki." in answer.get_data(as_text=True)
    request = only_request()
    assert (request.sender_id, request.recipient_id, request.statement_id) == (aino.id, bo.id, offer.id)
    assert (request.message, request.what_you_gain) == (ASK["message"], ASK["what_you_gain"])
    again = client.get(f"{START}/people/{bo.id}/request")
    assert again.location == f"{START}/requests/{request.id}"


def test_a_message_is_needed_and_nothing_is_lost(
    client: CheckingClient, aino: Participation, bo: Participation
) -> None:
    client.sign_in(meeting_makers.account_of(aino))
    answer = client.post(f"{START}/people/{bo.id}/request", data=ASK | {"message": " "})
    assert answer.status_code == 422
    assert "A buyer." in answer.get_data(as_text=True)
    assert "Fill in this field." in answer.get_data(as_text=True)


def test_words_are_plain_text(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo, message="<b>bold</b>\n**no markdown**")
    for path in ("/requests", f"/requests/{request.id}"):
        page = page_of(client, bo, path)
        assert "&lt;b&gt;bold&lt;/b&gt;" in page
        assert "**no markdown**" in page


def test_one_tap_accepts(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    assert f'action="{START}/requests/{request.id}"' in page_of(client, bo)
    answer = client.post(f"{START}/requests/{request.id}", follow_redirects=True)
    assert "You will meet Aino Mäki." in answer.get_data(as_text=True)
    assert only_request().state == RequestState.ACCEPTED
    assert "When and where comes with the timetable." in page_of(client, aino)


def test_decline_with_a_reason(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    page_of(client, bo, f"/requests/{request.id}/refusal")
    answer = client.post(f"{START}/requests/{request.id}/refusal", data={"reason": "No time"}, follow_redirects=True)
    assert "You have declined. We have told Aino Mäki." in answer.get_data(as_text=True)
    assert only_request().reason == "No time"
    assert "No time" in page_of(client, aino, f"/requests/{request.id}")


def test_withdraw(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    page_of(client, aino, f"/requests/{request.id}/withdrawal")
    client.post(f"{START}/requests/{request.id}/withdrawal")
    assert only_request().state == RequestState.WITHDRAWN


def test_cancel_a_meeting(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    meeting = agreed(aino, bo)
    page_of(client, bo, f"/cancellations/{meeting.id}")
    answer = client.post(f"{START}/cancellations/{meeting.id}", follow_redirects=True)
    assert "The meeting is cancelled. We have told Aino Mäki." in answer.get_data(as_text=True)
    assert "Meeting cancelled" in answer.get_data(as_text=True)
    assert makers.afresh(db.session.get_one(Meeting, meeting.id)).state == MeetingState.CANCELLED


def test_each_does_only_what_is_theirs(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    request, meeting = asked(aino, bo), agreed(bo, meeting_makers.participation(event, "Cecilia"))
    client.sign_in(meeting_makers.account_of(aino))
    assert client.post(f"{START}/requests/{request.id}").status_code == 404
    assert client.post(f"{START}/requests/{request.id}/refusal").status_code == 404
    client.sign_in(meeting_makers.account_of(bo))
    assert client.post(f"{START}/requests/{request.id}/withdrawal").status_code == 404
    client.sign_in(meeting_makers.account_of(meeting_makers.participation(event, "Daniel")))
    for path in ("", "/refusal", "/withdrawal"):
        assert client.get(f"{START}/requests/{request.id}{path}").status_code == 404
    assert client.get(f"{START}/cancellations/{meeting.id}").status_code == 404
    assert only_request_of(aino).state == RequestState.PENDING


def only_request_of(person: Participation) -> MeetingRequest:
    db.session.rollback()
    return db.session.query(MeetingRequest).filter(MeetingRequest.sender_id == person.id).one()


def test_strangers_sign_in_first_and_see_the_start_page_then(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    request = asked(aino, bo)
    assert "/sign-in" in client.get(f"{START}/requests").location
    client.sign_in(makers.account("stranger@example.org"))
    for path in ("/requests", f"/requests/{request.id}", f"/people/{bo.id}/request"):
        assert client.get(START + path).location == START


def test_who_is_avoided_is_not_there_to_ask_and_leaves_no_trace(
    client: CheckingClient, aino: Participation, bo: Participation
) -> None:
    request = asked(aino, bo)
    with transaction():
        decline(request)
    assert "Bo Mäki" in page_of(client, aino)
    makers.saved(Avoidance(profile_id=bo.profile_id, avoided_profile_id=aino.profile_id))
    assert "Bo Mäki" not in page_of(client, aino)
    assert client.get(f"{START}/people/{bo.id}/request").status_code == 404
    assert client.get(f"{START}/requests/{request.id}").status_code == 404


def test_the_page_says_when_it_is_not_the_time_to_ask(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    terms(event, closes_at=event.published_at)
    page = page_of(client, aino, f"/people/{bo.id}/request")
    assert "The time to ask for meetings is over." in page
    assert "<textarea" not in page


def test_nothing_there_yet(client: CheckingClient, aino: Participation) -> None:
    assert "No requests yet" in page_of(client, aino)
