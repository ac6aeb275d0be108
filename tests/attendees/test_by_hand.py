"""Adding and changing people by hand: within the places, after closing too, with or without an e-mail."""

from datetime import timedelta
from typing import Any

import pytest

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.events.models import Admission, Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person, RegistrationState
from tests.attendees.conftest import Place, afresh
from tests.client import CheckingClient
from tests.registration.people import registered

ANNA = Person("Anna", "Adams", "anna@example.org")


@pytest.fixture
def filled(place: Place, editor: Account) -> dict[str, Any]:
    return {
        "first_name": "Anna", "last_name": "Adams", "email": " anna@example.org ", "organisation": "Malli-AMK",
        "admission": place.on_site, "parts": place.parts, "language": "sv", "tell": "y",
    }  # fmt: skip


def url_of(place: Place) -> str:
    return f"/en/organiser/events/{place.event.id}/attendees/new"


def anna(place: Place) -> Registration:
    return registered(db.session.get_one(Event, place.event.id), ANNA)


def kinds() -> list[str]:
    afresh()
    return [message.kind for message in db.session.query(Message).order_by(Message.id)]


def test_the_form_is_shown(client: CheckingClient, place: Place, editor: Account) -> None:
    page = client.get(url_of(place)).get_data(as_text=True)
    assert "20 places left" in page
    assert "Dietary requirements and allergies" in page


def test_who_has_a_place_is_not_said_to_join_the_line(client: CheckingClient, place: Place, editor: Account) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 1
    page = client.get(f"{url_of(place).removesuffix('new')}{place.sign_up('Adams').id}/changes").get_data(as_text=True)
    assert "Confirmed" in page
    assert "the person joins the waiting list" not in page


def test_adding_after_registration_has_closed(
    client: CheckingClient, place: Place, filled: Any, editor: Account
) -> None:
    with transaction():
        db.session.get_one(Event, place.event.id).closes_at = now() - timedelta(days=1)
    answer = client.post(url_of(place), data=filled, follow_redirects=True)
    assert "The person has a place." in answer.get_data(as_text=True)
    added = anna(place)
    assert added.state == RegistrationState.CONFIRMED
    assert added.added_by_account_id == editor.id
    assert added.language == "sv"
    assert kinds() == ["registration.confirmation"]


def test_adding_without_an_email(client: CheckingClient, place: Place, filled: Any) -> None:
    client.post(url_of(place), data={key: value for key, value in filled.items() if key != "tell"})
    assert anna(place).state == RegistrationState.CONFIRMED
    assert kinds() == []


def test_never_beyond_the_places(client: CheckingClient, place: Place, filled: Any) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 1
    place.sign_up("Virtanen")
    assert "Full: the person joins the waiting list" in client.get(url_of(place)).get_data(as_text=True)
    answer = client.post(url_of(place), data=filled, follow_redirects=True)
    assert "The person is on the waiting list." in answer.get_data(as_text=True)
    assert anna(place).state == RegistrationState.WAITING


def test_somebody_who_is_known_is_refused(client: CheckingClient, place: Place, filled: Any) -> None:
    place.sign_up("Adams", "Anna", email="anna@example.org")
    answer = client.post(url_of(place), data=filled)
    assert answer.status_code == 422
    assert "This person has already registered." in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first_name": " "}, "Write the first name."),
        ({"email": "anna"}, "Write an email address such as name@example.org."),
        ({"admission": ""}, "Choose a way to attend."),
        ({"admission": 999}, "Choose how you attend."),
        ({"parts": []}, "Choose the parts you will attend."),
        ({"phone": "call me"}, "Write a phone number"),
        ({"diet": "vegan"}, "Ask the person, or leave the dietary requirements empty."),
        ({"region": "nowhere"}, "Choose a region from the list."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client: CheckingClient, place: Place, filled: Any, changes: Any, sentence: str
) -> None:
    answer = client.post(url_of(place), data=filled | changes)
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert sentence in page
    assert 'value="Malli-AMK"' in page
    assert db.session.query(Registration).count() == 0


def test_changing_what_was_told(client: CheckingClient, place: Place, editor: Account) -> None:
    registration = place.sign_up("Adams", "Anna", email="anna@example.org", extras=[place.visit], may_be_listed=True)
    url = f"/en/organiser/events/{place.event.id}/attendees/{registration.id}/changes"
    form = client.get(url).get_data(as_text=True)
    assert 'value="Esimerkki Kehitys Oy"' in form
    filled = {
        "first_name": "Anna", "last_name": "Öberg", "email": "anna@example.org", "organisation": "Ääni Oy",
        "admission": place.online, "parts": place.parts[:1], "language": "fi", "tell": "y",
    }  # fmt: skip
    answer = client.post(url, data=filled, follow_redirects=True)
    assert "The changes are saved." in answer.get_data(as_text=True)
    afresh()
    changed = db.session.get_one(Registration, registration.id)
    assert (changed.name, changed.organisation, changed.admission_id) == ("Anna Öberg", "Ääni Oy", place.online)
    assert changed.sort_key.startswith("{c")
    assert (changed.extras, [part.id for part in changed.parts]) == ([], place.parts[:1])
    assert db.session.get_one(Admission, place.on_site).places_taken == 0
    assert kinds() == ["registration.confirmation", "registration.changed"]
    assert "Nothing was changed." in client.post(url, data=filled, follow_redirects=True).get_data(as_text=True)


def test_moving_to_what_is_full_keeps_the_old_place(client: CheckingClient, place: Place, editor: Account) -> None:
    registration = place.sign_up("Adams", "Anna", email="anna@example.org", way=place.online)
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 0
    filled = {
        "first_name": "Anna", "last_name": "Adams", "email": "anna@example.org", "organisation": "Esimerkki Kehitys Oy",
        "admission": place.on_site, "parts": place.parts, "language": "fi",
    }  # fmt: skip
    url = f"/en/organiser/events/{place.event.id}/attendees/{registration.id}/changes"
    assert client.post(url, data=filled).status_code == 422
    afresh()
    assert db.session.get_one(Registration, registration.id).admission_id == place.online


def test_opening_special_needs_is_noted(client: CheckingClient, place: Place, editor: Account) -> None:
    plain = place.sign_up("Virtanen")
    needs = place.sign_up("Adams", diet="vegaani", accessibility="pyörätuoli")
    base = f"/en/organiser/events/{place.event.id}/attendees"
    assert "pyörätuoli" not in client.get(f"{base}/{needs.id}").get_data(as_text=True)
    client.get(f"{base}/{plain.id}/changes")
    afresh()
    assert db.session.query(AuditEntry).count() == 0
    form = client.get(f"{base}/{needs.id}/changes").get_data(as_text=True)
    assert "pyörätuoli" in form
    assert "vegaani" in form
    afresh()
    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.about_kind, entry.about_id) == ("special needs seen", "registration", needs.id)
