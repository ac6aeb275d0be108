"""Requests that nobody answers: the recipient is reminded halfway, and in the end the sender is told."""

from datetime import timedelta

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.jobs import periodic_jobs
from elmo_events.matchmaking.actions.answer import accept
from elmo_events.matchmaking.actions.expire import end_and_remind
from elmo_events.matchmaking.jobs.requests import end_unanswered_requests
from elmo_events.matchmaking.models import Participation
from elmo_events.matchmaking.rules import RequestState, reminder
from tests import makers, meeting_makers
from tests.matchmaking.letters import kinds_to, newest_to
from tests.matchmaking.people_who_meet import asked


@pytest.fixture
def event(app: Flask) -> Event:
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def people(event: Event) -> list[Participation]:
    return [meeting_makers.participation(event, name) for name in ("Aino", "Bo", "Cecilia")]


def test_recipients_are_reminded_once_of_all_that_wait(event: Event, people: list[Participation]) -> None:
    aino, bo, cecilia = people
    first, second = asked(aino, cecilia), asked(bo, cecilia)
    halfway = now() + timedelta(days=3.6)
    with transaction():
        assert end_and_remind(event.id, now()) == (0, 0)
        assert end_and_remind(event.id, halfway) == (0, 1)
        assert end_and_remind(event.id, halfway) == (0, 0)
    assert kinds_to(cecilia) == ["request_asked", "request_asked", "requests_reminder"]
    text = newest_to(cecilia).text or ""
    assert "2 people would like to meet you" in text
    assert text.count("/en/meeting-requests/") == 4
    assert (first.remind_at, second.remind_at) == (None, None)


def test_who_answered_meanwhile_is_not_reminded(event: Event, people: list[Participation]) -> None:
    aino, bo, _cecilia = people
    request = asked(aino, bo)
    with transaction():
        end_and_remind(event.id, now() + timedelta(days=3.6))
        accept(request)
    assert newest_to(bo).text is None


def test_senders_are_told_once_of_all_that_was_not_answered(event: Event, people: list[Participation]) -> None:
    aino, bo, cecilia = people
    requests = [asked(aino, bo), asked(aino, cecilia)]
    with transaction():
        assert end_and_remind(event.id, requests[1].expires_at) == (2, 0)
        assert end_and_remind(event.id, requests[1].expires_at) == (0, 0)
    assert [request.state for request in requests] == [RequestState.EXPIRED] * 2
    assert kinds_to(aino) == ["requests_unanswered"]
    text = newest_to(aino).text or ""
    assert "Bo Mäki" in text
    assert "Cecilia Mäki" in text
    assert asked(aino, bo).state == RequestState.PENDING


def test_the_worker_does_it(people: list[Participation]) -> None:
    request = asked(people[0], people[1])
    with transaction():
        request.expires_at = now() - timedelta(minutes=1)
    end_unanswered_requests()
    assert end_unanswered_requests in periodic_jobs()
    assert makers.afresh(request).state == RequestState.EXPIRED


def test_short_requests_have_no_reminder() -> None:
    moment = now()
    assert reminder(moment, moment + timedelta(hours=23)) is None
    assert reminder(moment, moment + timedelta(days=2)) == moment + timedelta(days=1)
