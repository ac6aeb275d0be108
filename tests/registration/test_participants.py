"""Who comes, shown to those who come."""

from datetime import timedelta

import pytest

from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.links import sign
from elmo_events.registration import actions
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person
from tests import makers
from tests.client import CheckingClient
from tests.registration.people import ANNA, sign_up, signed_up


def link_of(registration: Registration, more: str = "/participants") -> str:
    return f"/en/registrations/{sign('registration', [registration.id, registration.link_version])}{more}"


def listed_at(event: Event, *lasts: str, may_be_listed: bool = True) -> None:
    for last in lasts:
        person = Person("Aino", last, f"{len(last)}{ord(last[0])}@example.org")
        sign_up(event, person, organisation=f"{last} Oy", may_be_listed=may_be_listed)


def in_order(text: str, *words: str) -> bool:
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)


def test_it_names_those_who_agreed_and_counts_the_others(client: CheckingClient) -> None:
    event = makers.event(makers.organiser(), places=7)
    anna = signed_up(event, may_be_listed=True)
    listed_at(event, "Öhman", "Zetterberg", "Åkerfjärd", "Äijälä")
    listed_at(event, "Salainen", "Hiljainen", may_be_listed=False)
    listed_at(event, "Jonottaja")
    answer = client.get(link_of(anna))
    assert in_order(answer.text, "Anna Alatalo", "Aino Zetterberg", "Aino Åkerfjärd", "Aino Äijälä", "Aino Öhman")
    assert "Öhman Oy" in answer.text
    assert "and 2 others" in answer.text
    assert "You are on the list." in answer.text
    for hidden in ("Salainen", "Hiljainen", "Jonottaja", "@example.org"):
        assert hidden not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_ones_own_page_leads_there_and_from_there_to_ones_own_choice(client: CheckingClient) -> None:
    anna = signed_up(makers.event(makers.organiser()))
    own = client.get(link_of(anna, "")).text
    assert f'href="{link_of(anna)}"' in own
    page = client.get(link_of(anna)).text
    assert "You are not on the list." in page
    assert "1 person is coming but is not on the list." in page
    assert f'href="{link_of(anna, "/details")}#may_be_listed"' in page
    assert 'id="may_be_listed"' in client.get(link_of(anna, "/details")).text


def test_after_the_event_the_choice_can_not_be_changed(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    anna = signed_up(event)
    with transaction():
        event.starts_at, event.ends_at = now() - timedelta(hours=4), now() - timedelta(hours=1)
    assert "/details" not in client.get(link_of(anna)).text


@pytest.mark.parametrize("why", ["waiting", "cancelled", "event cancelled", "no list"])
def test_it_is_for_those_who_come_only(client: CheckingClient, why: str) -> None:
    event = makers.event(makers.organiser(), places=1, lists_participants=why != "no list")
    if why == "waiting":
        listed_at(event, "Ensimmäinen")
    anna = signed_up(event, ANNA, may_be_listed=True)
    with transaction():
        if why == "cancelled":
            actions.cancel(anna)
        if why == "event cancelled":
            event.state = EventState.CANCELLED
    assert client.get(link_of(anna)).status_code == 404
    assert "/participants" not in client.get(link_of(anna, "")).text


def test_who_is_forgotten_is_not_named_and_can_not_look(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    anna = signed_up(event, may_be_listed=True)
    forgotten = signed_up(event, Person("Aino", "Poistettu", "poistettu@example.org"), may_be_listed=True)
    old_link = link_of(forgotten)
    with transaction():
        actions.anonymise(forgotten)
    page = client.get(link_of(anna)).text
    assert "Poistettu" not in page
    assert "and 1 other" in page
    assert client.get(old_link).status_code == 404
