"""The organiser's start page of meetings: on, off, figures, what to do next."""

import pytest

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.participations import matchmaking_of
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers
from tests.client import CheckingClient


@pytest.fixture
def event(client: CheckingClient) -> Event:
    """A published event, whose editor is signed in."""
    organiser = makers.organiser()
    client.sign_in(makers.member(organiser))
    return makers.event(organiser)


def address(event: Event, page: str = "") -> str:
    return f"/en/organiser/events/{event.id}/meetings{page}"


def test_meetings_are_switched_on_and_off_and_keep_what_was_decided(client: CheckingClient, event: Event) -> None:
    assert "Switch on meetings" in client.get(address(event)).text
    page = client.post(address(event), follow_redirects=True).text
    assert "What to do next" in page
    assert "Add at least one block" in page
    with transaction():
        matchmaking = db.session.get_one(Matchmaking, event.id)
        matchmaking.most_requests = 4
    assert "no longer see" in client.get(address(event, "/end")).text
    client.post(address(event, "/end"))
    assert not makers.afresh(matchmaking).is_on
    assert "Switch on meetings" in client.get(address(event)).text
    client.post(address(event))
    assert makers.afresh(matchmaking).is_on
    assert matchmaking.most_requests == 4


def test_meetings_that_people_know_of_keep_it_on(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event)
    first, second = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    meeting_makers.meeting(first, second, slots(event)[0], tables(event)[0])
    answer = client.post(address(event, "/end"))
    assert answer.status_code == 422
    assert "People have been told of 1 meeting" in answer.text
    assert matchmaking_of(event)


def test_other_organisers_find_nothing(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.member(makers.organiser("kainuu"), "other@example.org"))
    assert client.get(address(event)).status_code == 404


def test_figures_and_steps_tell_how_far_it_has_come(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event, slots=6, tables=3)
    first, second = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    meeting_makers.registration(event, "carl@example.org", "Carl")
    meeting_makers.meeting(first, second)
    page = client.get(address(event)).text
    for sentence in (
        "6 slots are kept for meetings.",
        "3 tables and booths are open.",
        "1 registered person has not joined the meetings.",
        "1 meeting waits for a time.",
        "of 3 registered",
    ):
        assert sentence in page, sentence
