"""Asking for a meeting and answering: what is written, who is told, and what is refused."""

from datetime import timedelta

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.answer import accept, decline, withdraw
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.meetings import meeting_of
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.models import Avoidance
from elmo_events.profiles.rules import Direction, Visibility
from tests import makers, meeting_makers
from tests.matchmaking.letters import kinds_to, letters_to, newest_to
from tests.matchmaking.people_who_meet import asked, refusal, terms


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def aino(event: Event) -> Participation:
    return meeting_makers.participation(event, "Aino", organisation="Lapland UAS", job_title="Researcher")


@pytest.fixture
def bo(event: Event) -> Participation:
    return meeting_makers.participation(event, "Bo", organisation="Ab Näring")


def test_a_request_waits_and_its_recipient_reads_who_asks_and_why(aino: Participation, bo: Participation) -> None:
    offer = meeting_makers.statement(bo.profile, Direction.OFFER, "Bark by the tonne")
    request = asked(aino, bo, what_you_gain="A buyer for your side stream.", statement=offer)
    assert request.state == RequestState.PENDING
    assert request.expires_at - request.created_at == timedelta(days=7)
    letter = newest_to(bo)
    for words in (
        "Aino Mäki, Lapland UAS", "Researcher", "Shall we talk about bark?", "A buyer for your side stream.",
        "Bark by the tonne", "Accept", "Decline", "See their profile",
    ):  # fmt: skip
        assert words in (letter.text or "")
        assert words in (letter.html or "")
    assert letter.subject is not None
    assert letter.subject.startswith("Aino Mäki asks you for a meeting: Circular economy workshop")
    assert letters_to(aino) == []


def test_what_is_accepted_becomes_a_meeting_that_waits_for_the_timetable(
    aino: Participation, bo: Participation
) -> None:
    request = asked(aino, bo)
    with transaction():
        meeting = accept(request)
    assert request.state == RequestState.ACCEPTED
    assert (meeting.request_id, meeting.slot_id, meeting.published_slot_id) == (request.id, None, None)
    assert {seat.participation_id for seat in meeting.seats} == {aino.id, bo.id}
    assert kinds_to(aino) == ["request_accepted"]
    assert "Bo Mäki has accepted your request." in (newest_to(aino).text or "")


def test_a_request_is_answered_once(aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    with transaction():
        decline(request, "We have met at the last event.")
    assert "We have met at the last event." in (newest_to(aino).text or "")
    assert refusal(lambda: accept(request)) == "This request has been declined already."
    assert refusal(lambda: decline(request)) == "This request has been declined already."
    assert refusal(lambda: withdraw(request)) == "This request has been declined already."
    assert meeting_of(request) is None


def test_a_withdrawn_request_can_be_answered_no_more_and_asked_again(aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    with transaction():
        withdraw(request)
    assert refusal(lambda: accept(request)) == "This request was withdrawn: there is nothing to answer any more."
    assert [message.text is None for message in letters_to(bo)] == [True]  # it was not true any more when it was sent
    assert asked(aino, bo).id != request.id


def test_a_pair_asks_once_in_either_direction_and_not_when_it_meets(aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    assert "already" in refusal(lambda: ask(aino, bo))
    assert refusal(lambda: ask(bo, aino)) == "This person has asked you for a meeting. Please answer their request."
    with transaction():
        meeting = accept(request)
    assert refusal(lambda: ask(bo, aino)) == "You have agreed to meet already."
    with transaction():
        cancel_by(bo, meeting)
    assert asked(aino, bo).state == RequestState.PENDING


def test_who_said_no_is_not_asked_again_but_may_ask(aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    with transaction():
        decline(request)
    assert "declined" in refusal(lambda: ask(aino, bo))
    assert asked(bo, aino).recipient_id == aino.id


def test_nobody_asks_themselves_or_somebody_of_another_event(event: Event, aino: Participation) -> None:
    elsewhere = makers.event(event.organiser, slug="muu")
    meeting_makers.matchmaking(elsewhere)
    stranger = meeting_makers.participation(elsewhere, "Cecilia")
    for other in (aino, stranger):
        assert refusal(lambda other=other: ask(aino, other)) == "You can't ask this person for a meeting."


def test_hidden_forbidden_and_avoided_people_are_not_asked(event: Event, aino: Participation) -> None:
    types = [makers.saved(OrganisationType(slug=slug, name={"en": slug})) for slug in ("cluster", "municipality")]
    hidden = meeting_makers.participation(event, "Helmi", visibility=Visibility.HIDDEN)
    avoided = meeting_makers.participation(event, "Otso")
    forbidden = meeting_makers.participation(event, "Kunta", organisation_type_id=types[1].id)
    with transaction():
        db.session.add(Avoidance(profile_id=avoided.profile_id, avoided_profile_id=aino.profile_id))
        aino.profile.organisation_type_id = types[0].id
        db.session.get_one(Matchmaking, event.id).forbidden_types = [["cluster", "municipality"]]
    for other in (hidden, avoided, forbidden):
        assert refusal(lambda other=other: ask(aino, other)) == "You can't ask this person for a meeting."


def test_requests_have_their_time(event: Event, aino: Participation, bo: Participation) -> None:
    terms(event, opens_at=now() + timedelta(days=1))
    assert refusal(lambda: ask(aino, bo)) == "It is not yet possible to ask for meetings."
    terms(event, opens_at=None, closes_at=now() - timedelta(minutes=1))
    assert refusal(lambda: ask(aino, bo)) == "The time to ask for meetings is over."
    editor = makers.account("editor@example.org")
    with transaction():
        assert ask(aino, bo, by=editor).account_id == editor.id
    terms(event, closes_at=None, is_on=False)
    assert refusal(lambda: ask(aino, bo)) == "This event has no meetings."


def test_nobody_asks_when_the_event_is_cancelled(event: Event, aino: Participation, bo: Participation) -> None:
    with transaction():
        event.state = EventState.CANCELLED
    assert refusal(lambda: ask(aino, bo)) == "This event has no meetings."


def test_a_request_never_outlives_the_last_slot(aino: Participation, bo: Participation, event: Event) -> None:
    terms(event, request_lasts_days=365)
    last = event.starts_at + timedelta(minutes=100)
    assert asked(aino, bo).expires_at == last


def test_only_so_many_requests_wait_at_once(event: Event, aino: Participation, bo: Participation) -> None:
    terms(event, most_requests=1)
    first = asked(aino, bo)
    cecilia = meeting_makers.participation(event, "Cecilia")
    assert "as many as there may be at once" in refusal(lambda: ask(aino, cecilia))
    with transaction():
        withdraw(first)
    assert asked(aino, cecilia).recipient_id == cecilia.id


def test_what_became_impossible_meanwhile_is_not_accepted(event: Event, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo)
    with transaction():
        aino.profile.visibility = Visibility.HIDDEN
    assert refusal(lambda: accept(request)) == "This meeting is not possible any more."
    with transaction():
        aino.profile.visibility = Visibility.EVENTS
        request.expires_at = now() - timedelta(seconds=1)
    assert refusal(lambda: accept(request)) == "The time to answer this request is over."


def test_a_statement_that_is_not_the_recipients_is_not_cited(aino: Participation, bo: Participation) -> None:
    own = meeting_makers.statement(aino.profile, Direction.NEED, "Bark")
    assert asked(aino, bo, statement=own).statement_id is None


def test_a_letter_says_when_the_organiser_acted(event: Event, aino: Participation, bo: Participation) -> None:
    editor = makers.account("editor@example.org")
    with transaction():
        request = ask(aino, bo, message="Hello", by=editor)
    assert "The organiser asks for Aino Mäki" in (newest_to(bo).text or "")
    assert "The organiser has asked Bo Mäki for a meeting with you." in (newest_to(aino).text or "")
    with transaction():
        accept(request, by=editor)
    assert "The organiser did this for Bo Mäki." in (newest_to(aino).text or "")
    assert "The organiser has accepted the request from Aino Mäki for you." in (newest_to(bo).text or "")
    assert request.account_id == editor.id


def test_a_letter_is_in_the_language_of_who_gets_it(aino: Participation, bo: Participation) -> None:
    with transaction():
        bo.registration.language = "sv"
    asked(aino, bo)
    letter = newest_to(bo)
    assert 'lang="sv"' in (letter.html or "")
    assert "/sv/meeting-requests/" in (letter.text or "")


def test_a_cancelled_meeting_frees_its_place_and_the_other_is_told(
    event: Event, aino: Participation, bo: Participation
) -> None:
    slot, table = meeting_makers.first_place(event)
    meeting = meeting_makers.meeting(aino, bo, slot, table)
    with transaction():
        cancel_by(aino, meeting)
    assert (meeting.state, meeting.cancelled_by_id) == (MeetingState.CANCELLED, aino.id)
    assert {meeting.slot_id, meeting.table_id, meeting.published_slot_id, meeting.published_table_id} == {None}
    letter = newest_to(bo)
    assert "Aino Mäki has cancelled the meeting with you." in (letter.text or "")
    assert "METHOD:CANCEL" in letter.attachments[0].content
    assert letters_to(aino) == []
    assert refusal(lambda: cancel_by(bo, meeting)) == "This meeting has been cancelled already."
    assert meeting_makers.meeting(aino, meeting_makers.participation(event, "Cecilia"), slot, table).published_slot_id


def test_a_meeting_that_has_begun_is_not_cancelled(event: Event, aino: Participation, bo: Participation) -> None:
    slot, table = meeting_makers.first_place(event)
    meeting = meeting_makers.meeting(aino, bo, slot, table)
    with transaction():
        slot.starts_at = now() - timedelta(minutes=1)
    assert refusal(lambda: cancel_by(aino, meeting)) == "This meeting has begun already."
    assert db.session.get_one(Meeting, meeting.id).state == MeetingState.ACTIVE
