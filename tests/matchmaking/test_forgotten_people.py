"""What becomes of requests and meetings when a profile is erased, and when the time has come to forget."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.retention import forget_what_is_due
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions.answer import decline
from elmo_events.matchmaking.models import Participation, Suggestion
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.profiles.rules import Direction
from elmo_events.profiles.signals import profile_erased
from elmo_events.registration import actions as registrations
from tests import meeting_makers
from tests.matchmaking.leaving import event_of_both_modes, state
from tests.matchmaking.letters import newest_to
from tests.matchmaking.people_who_meet import agreed, asked


@pytest.fixture
def event(app: Flask) -> Event:
    return event_of_both_modes()


def test_an_erased_profile_is_gone_and_the_counts_stay(
    aino: Participation, bo: Participation, cecilia: Participation
) -> None:
    offer = meeting_makers.statement(aino.profile, Direction.OFFER, "Ash")
    with transaction():
        aino.profile.region_code = "19"
        db.session.add(
            Suggestion(event_id=aino.event_id, participation_id=bo.id, other_id=aino.id, position=1, score=1.0)
        )
    request, meeting = asked(bo, aino, statement=offer, message="I need ash"), agreed(aino, cecilia)
    with transaction():
        profile = aino.profile
        profile_erased.send(profile)
        db.session.delete(profile)
    db.session.expire_all()
    assert (aino.profile_id, aino.kept_region_code) == (None, "19")
    assert (state(request), state(meeting)) == (RequestState.EXPIRED, MeetingState.CANCELLED)
    assert (meeting.first_id, meeting.second_id) == (aino.id, cecilia.id)
    assert (request.message, request.statement_id) == ("I need ash", None)  # its sender wrote it, and is still here
    assert db.session.query(Suggestion).count() == 0
    text = newest_to(cecilia).text or ""
    assert "no longer takes part" in text
    assert "Aino Mäki" not in text


def test_who_is_erased_is_named_nowhere(event: Event, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo, message="My secret plan")
    assert "My secret plan" in (newest_to(bo).text or "")
    with transaction():
        decline(request, "No")
    with transaction():
        registrations.erase(aino.registration)
    db.session.expire_all()
    assert (aino.profile_id, request.message) == (None, "")
    assert request.state == RequestState.DECLINED
    for message in db.session.scalars(select(Message)):
        assert "secret" not in (message.text or "") + (message.html or "")
        assert message.to_address != "aino@example.org"


def test_words_are_forgotten_a_month_after_the_event_and_people_after_three(
    event: Event, aino: Participation, bo: Participation
) -> None:
    request = asked(aino, bo, what_you_gain="Money")
    with transaction():
        decline(request, "No")
    ends_in(event, -timedelta(days=29))
    assert forget_what_is_due()["words of meeting requests"] == 0
    ends_in(event, -timedelta(days=31))
    assert forget_what_is_due()["words of meeting requests"] == 1
    db.session.expire_all()
    assert {request.message, request.what_you_gain, request.reason} == {""}
    assert aino.profile_id is not None
    assert forget_what_is_due()["words of meeting requests"] == 0
    ends_in(event, -timedelta(days=91))
    forget_what_is_due()
    db.session.expire_all()
    assert (aino.profile_id, bo.profile_id) == (None, None)
    assert request.state == RequestState.DECLINED


def ends_in(event: Event, time: timedelta) -> None:
    with transaction():
        event.starts_at, event.ends_at = now() + time - timedelta(hours=3), now() + time
