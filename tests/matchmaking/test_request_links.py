"""Answering from the e-mail: no sign-in, nothing changes by opening a link, and it works once."""

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.answer import withdraw
from elmo_events.matchmaking.actions.expire import end_and_remind
from elmo_events.matchmaking.actions.leave import leave
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import RequestState
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.letters import link_after, newest_to
from tests.matchmaking.people_who_meet import agreed, asked


@pytest.fixture
def event(app: Flask) -> Event:
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def request_made(event: Event) -> MeetingRequest:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    return asked(aino, bo, what_you_gain="A buyer.")


def link(request: MeetingRequest, words: str) -> str:
    return link_after(newest_to(request.recipient), words)


def state(request: MeetingRequest) -> RequestState:
    return makers.afresh(request).state


def test_accept(client: CheckingClient, request_made: MeetingRequest) -> None:
    path = link(request_made, "Accept")
    page = client.get(path).get_data(as_text=True)
    assert "Shall we talk about bark?" in page
    assert "A buyer." in page
    assert state(request_made) == RequestState.PENDING
    answer = client.post(path, follow_redirects=True)
    assert "You will meet Aino Mäki" in answer.get_data(as_text=True)
    assert state(request_made) == RequestState.ACCEPTED


def test_decline_with_a_reason(client: CheckingClient, request_made: MeetingRequest) -> None:
    path = link(request_made, "Decline")
    assert client.get(path).status_code == 200
    assert state(request_made) == RequestState.PENDING
    answer = client.post(path, data={"reason": "Not this year"}, follow_redirects=True)
    assert "This request has been declined already." in answer.get_data(as_text=True)
    assert (state(request_made), request_made.reason) == (RequestState.DECLINED, "Not this year")


def test_each_link_leads_to_the_other_answer(client: CheckingClient, request_made: MeetingRequest) -> None:
    accepting, declining = link(request_made, "Accept"), link(request_made, "Decline")
    assert declining in client.get(accepting).get_data(as_text=True)
    assert accepting in client.get(declining).get_data(as_text=True)


def test_a_second_answer_changes_nothing_and_is_told_so(client: CheckingClient, request_made: MeetingRequest) -> None:
    accepting, declining = link(request_made, "Accept"), link(request_made, "Decline")
    client.post(accepting)
    answer = client.post(declining)
    assert answer.status_code == 422
    assert "This request has been accepted already." in answer.get_data(as_text=True)
    assert client.post(accepting).status_code == 422
    assert state(request_made) == RequestState.ACCEPTED
    assert db.session.query(Meeting).count() == 1


def test_what_is_over_is_told_kindly(client: CheckingClient, event: Event, request_made: MeetingRequest) -> None:
    path = link(request_made, "Accept")
    with transaction():
        withdraw(request_made)
    page = client.get(path).get_data(as_text=True)
    assert "This request was withdrawn: there is nothing to answer any more." in page
    assert "<form" not in page.split("<main")[1]
    other = asked(request_made.sender, meeting_makers.participation(event, "Cecilia"))
    late = link(other, "Accept")
    with transaction():
        end_and_remind(event.id, other.expires_at)
    assert "The time to answer this request is over." in client.get(late).get_data(as_text=True)


def test_a_forged_link_and_that_of_somebody_who_left_show_nothing(
    client: CheckingClient, request_made: MeetingRequest
) -> None:
    path = link(request_made, "Accept")
    with transaction():
        leave(request_made.recipient)
    for address in (path, path[:-3] + "abc", "/en/meeting-requests/nonsense"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "This link no longer works" in answer.get_data(as_text=True)
        assert "Aino" not in answer.get_data(as_text=True)
        assert client.post(address).status_code == 404


def test_the_link_stays_with_its_reader(client: CheckingClient, request_made: MeetingRequest) -> None:
    headers = client.get(link(request_made, "Accept")).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]


def test_the_profile_is_one_click_away(client: CheckingClient, request_made: MeetingRequest) -> None:
    with transaction():
        request_made.recipient.profile.account.is_participant = True
    path = link(request_made, "See their profile")
    assert client.get(path).status_code == 200
    answer = client.post(path)
    assert answer.location.endswith(f"/en/events/kiertotalous/meetings/people/{request_made.sender_id}")
    assert client.get(answer.location).status_code == 200


def test_a_meeting_that_was_cancelled_later_is_told_so(
    client: CheckingClient, event: Event, request_made: MeetingRequest
) -> None:
    path = link(request_made, "Accept")
    client.post(path)
    with transaction():
        leave(db.session.get_one(Participation, request_made.sender_id))
    assert "has been cancelled" in client.get(path).get_data(as_text=True)
    assert agreed(request_made.recipient, meeting_makers.participation(event, "Cecilia")).id
