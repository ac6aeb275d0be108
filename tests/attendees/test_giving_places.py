"""A place given by an organiser's hand to somebody who waits: on the person's page and from the waiting list."""

from datetime import timedelta

import pytest

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.registration import actions
from elmo_events.registration.models import HistoryEntry, Registration
from elmo_events.registration.rules import RegistrationState
from tests import makers
from tests.attendees.conftest import Place, afresh
from tests.client import CheckingClient


@pytest.fixture
def waiting(place: Place, editor: Account) -> Registration:
    """Second in line, behind Salo, for the one place that Adams has."""
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 1
    place.sign_up("Adams")
    place.sign_up("Salo")
    return place.sign_up("Virtanen", extras=[place.visit])


def free_late(place: Place) -> None:
    """After the last moment to cancel a freed place stays free."""
    with transaction():
        place.event.last_cancellation_at = now() - timedelta(hours=1)
        actions.cancel(db.session.query(Registration).filter_by(last_name="Adams").one(), by=db.session.get(Account, 1))


def url_of(registration: Registration, more: str = "") -> str:
    return f"/en/organiser/events/{registration.event_id}/attendees/{registration.id}{more}"


def list_of(place: Place) -> str:
    return f"/en/organiser/events/{place.event.id}/attendees?state=waiting&sort=queue"


def state_of(registration: Registration) -> RegistrationState:
    afresh()
    return db.session.get_one(Registration, registration.id).state


def test_a_place_freed_late_goes_to_whom_the_organiser_chooses(
    client: CheckingClient, place: Place, waiting: Registration, editor: Account
) -> None:
    free_late(place)
    assert "Give a place" in client.get(url_of(waiting)).text
    answer = client.post(url_of(waiting, "/place"), follow_redirects=True)
    assert "Aino Virtanen has a place now." in answer.text
    assert "Got a place from the waiting list, Aino Editori" in " ".join(answer.text.split())
    assert ">Give a place" not in answer.text
    assert state_of(waiting) == RegistrationState.CONFIRMED
    assert db.session.get_one(Admission, place.on_site).places_taken == 1
    entry = db.session.query(HistoryEntry).filter_by(registration_id=waiting.id, what="promoted").one()
    assert entry.account_id == editor.id
    kinds = [message.kind for message in db.session.query(Message).filter_by(about_id=waiting.id).order_by(Message.id)]
    assert kinds == ["registration.waiting", "registration.promoted"]


def test_without_a_free_place_the_page_says_what_to_do(client: CheckingClient, waiting: Registration) -> None:
    answer = client.post(url_of(waiting, "/place"), follow_redirects=True)
    assert "There is no free place. Raise the number of places first." in answer.text
    assert state_of(waiting) == RegistrationState.WAITING


def test_the_waiting_list_has_a_button_for_each_while_a_place_is_free(
    client: CheckingClient, place: Place, waiting: Registration
) -> None:
    with transaction():
        place.event.admissions[1].places, place.event.admissions[1].places_taken = 0, 0
    assert "Give a place" not in client.get(list_of(place)).text
    free_late(place)
    page = client.get(list_of(place)).text
    assert page.count("Give a place") == 2
    assert "Give a place" not in client.get(list_of(place).replace("waiting", "confirmed")).text
    answer = client.post(url_of(waiting, "/place"), data={"from": "list"})
    assert answer.location == list_of(place)
    assert "Aino Virtanen has a place now." in client.get(answer.location).text


def test_somebody_who_does_not_wait_has_no_button_and_is_refused(
    client: CheckingClient, place: Place, waiting: Registration
) -> None:
    adams = db.session.query(Registration).filter_by(last_name="Adams").one()
    assert "Give a place" not in client.get(url_of(adams)).text
    answer = client.post(url_of(adams, "/place"), follow_redirects=True)
    assert "This person is not on the waiting list." in answer.text


@pytest.mark.parametrize("what", ["cancelled", "over"])
def test_no_places_at_what_does_not_take_place_or_is_over(
    client: CheckingClient, place: Place, waiting: Registration, what: str
) -> None:
    free_late(place)
    with transaction():
        if what == "cancelled":
            place.event.state = EventState.CANCELLED
        else:
            place.event.starts_at, place.event.ends_at = now() - timedelta(days=2), now() - timedelta(days=1)
    assert "Give a place" not in client.get(url_of(waiting)).text
    answer = client.post(url_of(waiting, "/place"), follow_redirects=True)
    sentence = "The event has been cancelled." if what == "cancelled" else "The event is over."
    assert sentence in answer.text
    assert state_of(waiting) == RegistrationState.WAITING


def test_nothing_for_another_organiser(client: CheckingClient, place: Place, waiting: Registration) -> None:
    free_late(place)
    other_event = makers.event(place.event.organiser, slug="toinen")
    other = f"/en/organiser/events/{other_event.id}/attendees/{waiting.id}/place"
    assert client.post(other).status_code == 404
    client.sign_in(makers.member(makers.organiser("kainuu"), "stranger@example.org"))
    assert client.post(url_of(waiting, "/place")).status_code == 404
    assert state_of(waiting) == RegistrationState.WAITING
