"""The pages behind the personal link."""

import json
from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from elmo_events.events.models import Admission, Extra
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation.database import transaction
from elmo_events.foundation.links import sign
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from tests import makers
from tests.client import CheckingClient
from tests.registration.people import ANNA, choice, person, registered, sign_up, signed_up


def link_of(registration: Registration, language: str = "en") -> str:
    token = sign("registration", [registration.id, registration.link_version])
    return f"/{language}/registrations/{token}"


def test_it_shows_what_was_registered_and_is_kept_by_nobody(client: CheckingClient) -> None:
    makers.taxonomy()
    event = makers.event(makers.organiser())
    answer = client.get(link_of(signed_up(event, region_code="19", accessibility="Hearing loop")))
    for words in ("You have a place", "Anna Alatalo", "Malli-AMK", "Lapland", "Hearing loop", "Kulttuurikeskus"):
        assert words in answer.text
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_shows_the_place_in_the_queue(client: CheckingClient) -> None:
    event = makers.event(makers.organiser(), places=1)
    sign_up(event, person(1))
    sign_up(event, person(2))
    page = client.get(link_of(signed_up(event))).text
    assert "You are number 2 on the waiting list" in page
    assert "Leave the waiting list" in page
    assert "calendar.ics" not in page


def test_only_confirmed_people_who_attend_online_see_the_joining_link(client: CheckingClient) -> None:
    admissions = [Admission(name={"en": "Online"}, mode=Mode.ONLINE, places=1)]
    event = makers.event(makers.organiser(), admissions=admissions, joining_link="https://video.example.org/abc")
    assert "video.example.org" in client.get(link_of(signed_up(event))).text
    assert "video.example.org" not in client.get(link_of(signed_up(event, person(2)))).text


@pytest.mark.parametrize("token", ["x", "WzEsMV0.wrong", ""])
def test_a_link_that_is_not_ours_leads_nowhere(client: CheckingClient, token: str) -> None:
    assert client.get(f"/en/registrations/{token}").status_code == 404


def test_links_are_signed_for_one_purpose_and_one_version(client: CheckingClient) -> None:
    anna = signed_up(makers.event(makers.organiser()))
    for purpose, value in (("account", [anna.id, 1]), ("registration", [anna.id, 2]), ("registration", [999, 1])):
        assert client.get(f"/en/registrations/{sign(purpose, value)}").status_code == 404
    assert client.get(link_of(anna)).status_code == 200


def test_changing(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    anna = signed_up(event, phone="+358 40 123 4567")
    link = link_of(anna)
    form = client.get(f"{link}/details").text
    assert 'value="+358 40 123 4567"' in form
    sent = {"admission": event.admissions[0].id, "first_name": "Anna", "last_name": "Alatalo-Aho", "organisation": "Kivi Oy",
            "language": "sv"}  # fmt: skip
    after = client.post(f"{link}/details", data=sent, follow_redirects=True)
    assert "Your changes are saved." in after.text
    assert "Alatalo-Aho" in after.text
    assert "Nothing has changed." in client.post(f"{link}/details", data=sent, follow_redirects=True).text


def test_nobody_with_a_place_is_told_that_they_join_a_line(client: CheckingClient) -> None:
    admissions = [
        Admission(name={"en": "On site"}, mode=Mode.ON_SITE, places=1, position=0),
        Admission(name={"en": "Online"}, mode=Mode.ONLINE, places=0, position=1),
    ]
    event = makers.event(makers.organiser(), admissions=admissions, extras=[Extra(name={"en": "Site visit"}, places=1)])
    with_place = client.get(f"{link_of(signed_up(event, chosen=choice(event, extras=(0,))))}/details").text
    assert "you join the waiting list" not in with_place
    assert with_place.count(">Full<") == 1  # online, but neither their own way to attend nor their own visit
    assert "You have a place" in with_place
    in_line = client.get(f"{link_of(signed_up(event, person(1)))}/details").text
    assert "On the waiting list" in in_line
    assert "Full: you join the waiting list" in in_line


def test_a_refused_change_keeps_what_was_typed(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    anna = signed_up(event)
    sent = {"admission": 999, "first_name": "Anna", "last_name": "Uusi", "organisation": "Kivi", "language": "fi"}
    answer = client.post(f"{link_of(anna)}/details", data=sent)
    assert answer.status_code == 422
    assert "Choose how you attend." in answer.text
    assert 'value="Uusi"' in answer.text


def test_cancelling(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    anna = signed_up(event)
    assert registered(event).state == RegistrationState.CONFIRMED
    link = link_of(anna)
    assert "Your place goes to the next person on the waiting list" in client.get(f"{link}/cancellation").text
    after = client.post(f"{link}/cancellation", follow_redirects=True).text
    assert "Your registration is cancelled" in after
    assert registered(event).state == RegistrationState.CANCELLED
    assert "is cancelled already" in client.get(f"{link}/cancellation").text


def test_after_the_last_day_the_page_says_whom_to_write_to(client: CheckingClient) -> None:
    event = makers.event(makers.organiser(), last_cancellation_at=datetime(2020, 1, 1, tzinfo=UTC))
    link = link_of(signed_up(event))
    assert "mailto:aino@example.org" in client.get(f"{link}/cancellation").text
    assert client.post(f"{link}/cancellation").status_code == 422
    assert "Cancel registration" not in client.get(link).text
    assert "can't be erased yet" in client.get(f"{link}/erasure").text


def test_a_cancelled_event_says_so_first(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    link = link_of(signed_up(event))
    with transaction():
        event.state, event.cancellation_reason = EventState.CANCELLED, {"en": "The speaker is ill."}
    page = client.get(link).text
    assert "The speaker is ill." in page
    assert "Cancel registration" not in page
    assert "details" not in page.split("registrations/")[1][:200]
    assert "can't be changed" in client.get(f"{link}/details").text


def test_own_calendar(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    answer = client.get(f"{link_of(signed_up(event))}/calendar.ics")
    entry = Calendar.from_ical(answer.text).walk("VEVENT")[0]
    assert entry.decoded("dtstart") == event.starts_at
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_own_data_is_all_that_is_kept(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    answer = client.get(f"{link_of(signed_up(event, ANNA, accessibility='Loop', message='Hei'))}/data.json")
    told = json.loads(answer.text)
    assert told["last_name"] == "Alatalo"
    assert told["special_needs"] == {"accessibility": "Loop"}
    assert told["message"] == "Hei"
    assert told["emails"][0]["kind"] == "registration.confirmation"
    assert "attachment" in answer.headers["Content-Disposition"]
