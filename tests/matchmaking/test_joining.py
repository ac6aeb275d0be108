"""Joining the meetings of an event, leaving them, and saying when one can meet."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.foundation.links import sign
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions.availability import say_when_free
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.availability import own_blocks
from elmo_events.profiles.rules import Visibility
from elmo_events.registration.actions import sign_up
from elmo_events.registration.models import Registration
from elmo_events.registration.queries import LINK
from elmo_events.registration.rules import Choice, Facts, Person, RegistrationState
from elmo_events.timetable.models import Slot, Unavailability
from elmo_events.timetable.queries import slots, unusable_slots
from tests import makers, meeting_makers
from tests.client import CheckingClient

START = "/en/events/kiertotalous/meetings"


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


def participations(event: Event) -> list[Participation]:
    db.session.rollback()
    return list(
        db.session.scalars(select(Participation).where(Participation.event_id == event.id).order_by(Participation.id))
    )


def marked(participation: Participation) -> set[int]:
    db.session.rollback()
    return set(
        db.session.scalars(
            select(Unavailability.slot_id).where(Unavailability.registration_id == participation.registration_id)
        )
    )


def test_there_is_no_page_where_there_are_no_meetings(app: Flask, client: CheckingClient) -> None:
    made = makers.event(makers.organiser())
    client.sign_in(makers.account("aino@example.org"))
    assert client.get(START).status_code == 404
    assert client.get(f"{START}/join").status_code == 404
    assert START not in client.get("/en/events/kiertotalous").text
    meeting_makers.matchmaking(made, is_on=False)
    assert client.get(START).status_code == 404


def test_strangers_learn_what_it_is_and_who_sees_what(event: Event, client: CheckingClient) -> None:
    meeting_makers.participation(event, "Bo")
    answer = client.get(START)
    assert "no-cache" in answer.headers["Cache-Control"]
    assert "Your email address and phone number are shown to nobody." in answer.text
    assert "1 person takes part so far." in answer.text
    assert "Bo Mäki" not in answer.text
    assert "/sign-in?next=" in answer.text


def test_the_page_of_the_event_and_my_registrations_lead_there(event: Event, client: CheckingClient) -> None:
    assert f'href="{START}"' in client.get("/en/events/kiertotalous").text
    registration = meeting_makers.registration(event, "aino@example.org", "Aino")
    client.sign_in(makers.account(registration.email))
    assert f'href="{START}"' in client.get("/en/registrations").text


def test_only_those_with_a_confirmed_registration_can_join(event: Event, client: CheckingClient) -> None:
    client.sign_in(meeting_makers.profile("aino@example.org").account)
    assert "There is no confirmed registration for this event" in client.get(START).text
    meeting_makers.registration(event, "aino@example.org", state=RegistrationState.WAITING, queue_number=1)
    assert client.post(f"{START}/join").headers["Location"].endswith(START)
    assert participations(event) == []


def test_a_profile_comes_first_and_leads_back(event: Event, client: CheckingClient) -> None:
    meeting_makers.registration(event, "aino@example.org")
    client.sign_in(makers.account("aino@example.org"))
    assert "next=/en/events/kiertotalous/meetings/join" in client.get(START).text.replace("%2F", "/")
    assert client.get(f"{START}/join").status_code == 302


def test_a_hidden_profile_can_not_join(event: Event, client: CheckingClient) -> None:
    meeting_makers.registration(event, "aino@example.org")
    client.sign_in(meeting_makers.profile("aino@example.org", visibility=Visibility.HIDDEN).account)
    assert "Your profile is hidden." in client.get(START).text
    answer = client.post(f"{START}/join")
    assert answer.status_code == 422
    assert "Your profile is hidden." in answer.text
    assert participations(event) == []


def test_joining_shows_how_others_see_one_and_leads_to_the_overview(event: Event, client: CheckingClient) -> None:
    meeting_makers.registration(event, "Aino@example.org")
    client.sign_in(meeting_makers.profile("aino@example.org", organisation="Sivuvirta Oy").account)
    assert "Sivuvirta Oy" in client.get(f"{START}/join").text
    assert client.post(f"{START}/join").headers["Location"].endswith(START)
    assert [one.registration.email for one in participations(event)] == ["Aino@example.org"]
    page = client.get(START).text
    assert "You take part in the meetings." in page
    assert "Say what you offer and what you need" in page
    client.post(f"{START}/join")
    assert len(participations(event)) == 1


def test_two_people_with_one_address_choose_who_they_are(event: Event, client: CheckingClient) -> None:
    meeting_makers.registration(event, "info@example.org", "Liisa", "Virta")
    second = meeting_makers.registration(event, "info@example.org", "Aino", "Mäki")
    foreign = meeting_makers.registration(event, "bo@example.org", "Bo")
    client.sign_in(meeting_makers.profile("info@example.org").account)
    page = client.get(f"{START}/join").text
    assert "Liisa Virta" in page
    assert (
        f'checked class="choice-input" id="registration-1" name="registration" type="radio" value="{second.id}"' in page
    )
    assert "Choose which registration is yours." in client.post(f"{START}/join").text
    assert client.post(f"{START}/join", data={"registration": foreign.id}).status_code == 422
    assert participations(event) == []
    client.post(f"{START}/join", data={"registration": second.id})
    assert [one.registration_id for one in participations(event)] == [second.id]


def test_nobody_joins_with_a_registration_that_somebody_else_takes_part_with(
    event: Event, client: CheckingClient
) -> None:
    taken = meeting_makers.participation(event, "Bo")
    with transaction():
        taken.registration.email = "aino@example.org"  # the organiser put it right
    client.sign_in(meeting_makers.profile("aino@example.org").account)
    answer = client.post(f"{START}/join")
    assert answer.status_code == 422
    assert "Somebody else takes part with this registration." in answer.text


def test_two_forgotten_parts_are_not_made_one(event: Event, client: CheckingClient) -> None:
    """Aino took part with one registration, erased her profile, and takes part anew with the other one of her address."""
    forgotten = meeting_makers.participation(event, "Aino")
    other = meeting_makers.registration(event, forgotten.registration.email, "Aino", "Virta")
    account = forgotten.profile.account
    with transaction():
        db.session.delete(forgotten.profile)
    meeting_makers.profile(account.email, account=account)
    client.sign_in(account)
    client.post(f"{START}/join", data={"registration": other.id})
    client.post(f"{START}/leave")
    answer = client.post(f"{START}/join", data={"registration": forgotten.registration_id})
    assert answer.status_code == 422
    assert "Somebody else takes part with this registration." in answer.text


def test_leaving_tells_what_it_ends_and_one_can_join_again(event: Event, client: CheckingClient) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    meeting_makers.meeting(aino, bo, slots(event)[0])
    client.sign_in(meeting_makers.account_of(aino))
    assert "1 agreed meeting" in client.get(f"{START}/leave").text
    assert client.post(f"{START}/leave").headers["Location"].endswith(START)
    db.session.rollback()
    assert db.session.scalars(select(Meeting.state)).all() == ["cancelled"]
    assert "Join the meetings" in client.get(START).text
    assert client.get(f"{START}/people").headers["Location"].endswith(START)
    client.post(f"{START}/join")
    assert [one.id for one in participations(event)] == [aino.id, bo.id]
    assert all(one.left_at is None for one in participations(event))


def test_a_cancelled_event_shows_no_people(event: Event, client: CheckingClient) -> None:
    aino = meeting_makers.participation(event, "Aino")
    client.sign_in(meeting_makers.account_of(aino))
    with transaction():
        db.session.get_one(Event, event.id).state = EventState.CANCELLED
    assert "The event has been cancelled" in client.get(START).text
    assert client.get(f"{START}/people").status_code == 302


def test_one_is_free_everywhere_until_one_takes_slots_away(event: Event, client: CheckingClient) -> None:
    aino = meeting_makers.participation(event, "Aino")
    numbers = [slot.id for slot in slots(event)]
    client.sign_in(meeting_makers.account_of(aino))
    assert client.get(f"{START}/availability").text.count(" checked") == len(numbers)
    client.post(f"{START}/availability", data={"slots": numbers[2:]})
    assert marked(aino) == set(numbers[:2])
    assert client.get(f"{START}/availability").text.count(" checked") == len(numbers) - 2
    client.post(f"{START}/availability", data={"slots": numbers[1:]})
    assert marked(aino) == {numbers[0]}


def test_slots_that_are_no_numbers_are_answered(event: Event, client: CheckingClient) -> None:
    aino = meeting_makers.participation(event, "Aino")
    first, *others = slots(event)
    client.sign_in(aino.profile.account)
    for written in ("first", "9" * 30, "-1", ""):
        assert client.post(f"{START}/availability", data={"slots": [written, first.id]}).status_code == 302
        assert marked(aino) == {slot.id for slot in others}


def test_one_tap_answers_for_a_whole_block(event: Event, client: CheckingClient) -> None:
    aino = meeting_makers.participation(event, "Aino")
    block = own_blocks(aino)[0].block
    numbers = [slot.id for slot in block.slots]
    client.sign_in(meeting_makers.account_of(aino))
    client.post(f"{START}/availability", data={"slots": numbers, "block": f"{block.id}:busy"})
    assert marked(aino) == set(numbers)
    client.post(f"{START}/availability", data={"block": f"{block.id}:free"})
    assert marked(aino) == set()
    client.post(f"{START}/availability", data={"slots": numbers[1:], "block": "x:busy"})
    assert marked(aino) == {numbers[0]}


def test_a_slot_with_a_published_meeting_stays(event: Event, client: CheckingClient) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    slot = slots(event)[1]
    meeting_makers.meeting(aino, bo, slot)
    client.sign_in(meeting_makers.account_of(aino))
    page = client.get(f"{START}/availability").text
    assert "You meet Bo Mäki." in page
    client.post(f"{START}/availability", data={})
    assert slot.id not in marked(aino)
    assert len(marked(aino)) == len(slots(event)) - 1


def test_the_action_refuses_to_take_a_published_meeting_away(event: Event) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    meeting_makers.meeting(aino, bo, slots(event)[1])
    with pytest.raises(Exception, match="You have a meeting at"), transaction():
        say_when_free(aino, set())
    assert marked(aino) == set()


def test_a_meeting_of_the_draft_waits_for_another_slot(event: Event, client: CheckingClient) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    drafted = meeting_makers.meeting(aino, bo, slots(event)[1], published=False)
    with transaction():
        db.session.get_one(Meeting, drafted.id).is_pinned = True
        say_when_free(aino, {slot.id for slot in slots(event) if slot.id != drafted.slot_id})
    db.session.rollback()
    again = db.session.get_one(Meeting, drafted.id)
    assert (again.slot_id, again.is_pinned) == (None, False)
    assert {seat.slot_id for seat in again.seats} == {None}


def test_slots_outside_the_parts_that_one_attends_are_not_offered(event: Event, client: CheckingClient) -> None:
    aino = meeting_makers.participation(event, "Aino")
    with transaction():
        db.session.get_one(Event, event.id).choose_parts = True
    client.sign_in(meeting_makers.account_of(aino))
    page = client.get(f"{START}/availability").text
    assert "You don't attend this part of the event" in page
    assert " checked" not in page
    client.post(f"{START}/availability", data={"slots": [slot.id for slot in slots(event)]})
    assert marked(aino) == set()
    unusable = unusable_slots(event, [aino.registration])
    assert unusable[aino.registration_id] == set(db.session.scalars(select(Slot.id)))


def test_the_confirmation_and_the_own_page_lead_to_the_meetings(event: Event, client: CheckingClient) -> None:
    person = Person("Aino", "Mäki", "aino@example.org")
    with transaction():
        sign_up(event, person, Choice(event.admissions[0].id), Facts(language="en"))
    run_queued()
    db.session.rollback()
    letter = db.session.scalars(select(Message)).one()
    assert "Meet the right people at the event" in (letter.text or "")
    address = re.search(r"http://localhost(/en/enter/\S+)", letter.text or "")
    assert address is not None
    assert "aino@example.org" in client.get(address.group(1)).text
    assert client.post(address.group(1)).headers["Location"].endswith(START)
    token = sign(LINK, [db.session.scalars(select(Registration.id)).one(), 1])
    assert f'href="{START}"' in client.get(f"/en/registrations/{token}").text
    stranger = another_client(client)
    answer = stranger.post(f"/en/registrations/{token}/sign-in", data={"next": START})
    assert answer.headers["Location"].endswith(START)
    elsewhere = stranger.post(f"/en/registrations/{token}/sign-in", data={"next": "https://example.org/"})
    assert "example.org" not in elsewhere.headers["Location"]


def another_client(client: CheckingClient) -> CheckingClient:
    """Somebody else's browser."""
    return client.application.test_client()  # type: ignore[return-value]


def test_matchmaking_off_hides_everything_from_those_who_took_part(event: Event, client: CheckingClient) -> None:
    aino = meeting_makers.participation(event, "Aino")
    client.sign_in(meeting_makers.account_of(aino))
    with transaction():
        db.session.get_one(Matchmaking, event.id).is_on = False
    assert client.get(f"{START}/people").status_code == 404
