"""One registration: what it shows, e-mails sent again, cancellation by hand; nothing of other events or organisers."""

import html
import re
from typing import Any

import pytest

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.registration import actions
from elmo_events.registration.models import HistoryEntry, Registration
from elmo_events.registration.rules import RegistrationState
from tests import makers
from tests.attendees.conftest import Place, afresh
from tests.client import CheckingClient


@pytest.fixture
def adams(place: Place, editor: Account) -> Registration:
    return place.sign_up("Adams", "Anna", phone="040 123 4567", message="Is there <parking>?", extras=[place.visit])


def url_of(registration: Registration, more: str = "") -> str:
    return f"/en/organiser/events/{registration.event_id}/attendees/{registration.id}{more}"


def text_of(client: CheckingClient, registration: Registration) -> str:
    page = client.get(url_of(registration))
    assert page.status_code == 200
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", page.get_data(as_text=True)).split()))


def message_about(registration: Registration) -> Message:
    afresh()
    return db.session.query(Message).filter_by(about_id=registration.id).order_by(Message.id).first()  # type: ignore[return-value]


def test_it_shows_what_was_told_and_what_happened(client: CheckingClient, adams: Registration) -> None:
    text = text_of(client, adams)
    for told in ("Anna Adams", "adams@example.org", "040 123 4567", "Esimerkki Kehitys Oy", "Factory visit", "Morning"):
        assert told in text
    assert "Is there <parking>?" in text
    assert "Registered" in text
    assert "Confirmation Waiting to be sent" in text


def test_no_organiser_gets_a_link_that_signs_in_as_the_person(client: CheckingClient, adams: Registration) -> None:
    for more in ("", "/changes", "/cancellation"):
        assert "/registrations/" not in client.get(url_of(adams, more)).get_data(as_text=True)


def test_needs_are_not_shown_without_a_note(client: CheckingClient, place: Place, editor: Account) -> None:
    told = place.sign_up("Bergs", diet="vegaani")
    assert "vegaani" not in client.get(url_of(told)).get_data(as_text=True)


def test_a_failed_mail_tells_why_and_is_sent_again(client: CheckingClient, adams: Registration) -> None:
    with transaction():
        message = db.session.query(Message).filter_by(about_id=adams.id).one()
        message.state, message.last_error = MessageState.FAILED, "550 no such user"
    assert "550 no such user" in text_of(client, adams)
    answer = client.post(url_of(adams, f"/emails/{message.id}"), follow_redirects=True)
    assert "The email is sent again." in answer.get_data(as_text=True)
    assert message_about(adams).state == MessageState.WAITING


def test_a_mail_that_waits_is_not_sent_again(client: CheckingClient, adams: Registration) -> None:
    answer = client.post(url_of(adams, f"/emails/{message_about(adams).id}"), follow_redirects=True)
    assert "This email is already on its way." in answer.get_data(as_text=True)


def test_nothing_is_sent_again_to_an_old_address(client: CheckingClient, adams: Registration) -> None:
    with transaction():
        message = db.session.query(Message).filter_by(about_id=adams.id).one()
        message.state, message.to_address = MessageState.SENT, "old@example.org"
    page = client.get(url_of(adams)).get_data(as_text=True)
    assert "to old@example.org" in page
    assert "/emails/" not in page
    answer = client.post(url_of(adams, f"/emails/{message.id}"), follow_redirects=True)
    assert "The email address has changed since then." in answer.get_data(as_text=True)
    assert message_about(adams).state == MessageState.SENT


def test_mail_about_somebody_else_is_not_found(client: CheckingClient, place: Place, adams: Registration) -> None:
    other = place.sign_up("Virtanen")
    assert client.post(url_of(adams, f"/emails/{message_about(other).id}")).status_code == 404
    assert client.post(url_of(adams, "/emails/999999")).status_code == 404


def test_cancelling_by_hand_frees_the_place_and_tells_the_person(
    client: CheckingClient, place: Place, adams: Registration, editor: Account
) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 1
    waiting = place.sign_up("Virtanen")
    assert "Cancel the registration of Anna Adams" in client.get(url_of(adams, "/cancellation")).get_data(as_text=True)
    assert client.post(url_of(adams, "/cancellation"), data={"tell": "y"}).status_code == 302
    afresh()
    assert db.session.get_one(Registration, adams.id).state == RegistrationState.CANCELLED
    assert db.session.get_one(Registration, waiting.id).state == RegistrationState.CONFIRMED
    assert "registration.cancelled" in mails_to(adams)
    entry = db.session.query(HistoryEntry).filter_by(registration_id=adams.id, what="cancelled").one()
    assert entry.account_id == editor.id
    assert "Cancelled, Aino Editori" in text_of(client, adams)
    assert client.get(url_of(adams, "/cancellation")).status_code == 302


def test_cancelling_without_an_email(client: CheckingClient, adams: Registration) -> None:
    client.post(url_of(adams, "/cancellation"), data={"csrf_token": "any"})
    assert "registration.cancelled" not in mails_to(adams)


def test_an_erased_person_leaves_no_name_and_no_link(client: CheckingClient, adams: Registration) -> None:
    with transaction():
        actions.erase(db.session.get_one(Registration, adams.id))
    page = client.get(url_of(adams)).get_data(as_text=True)
    assert "Erased person" in page
    assert "Adams" not in page
    assert "/registrations/" not in page
    assert "/emails/" not in page
    listed = client.get(f"/en/organiser/events/{adams.event_id}/attendees").get_data(as_text=True)
    assert ">Erased</a>" in listed
    assert client.get(url_of(adams, "/changes")).status_code == 302


@pytest.mark.parametrize("more", ["", "/changes", "/cancellation"])
def test_nothing_of_another_organiser_or_event(
    client: CheckingClient, place: Place, adams: Registration, editor: Account, more: str
) -> None:
    other_event = makers.event(place.event.organiser, slug="toinen")
    assert client.get(f"/en/organiser/events/{other_event.id}/attendees/{adams.id}{more}").status_code == 404
    stranger = makers.member(makers.organiser("kainuu"), "stranger@example.org")
    own_event = makers.event(db.session.get_one(type(place.event.organiser), 2), slug="oma")
    client.sign_in(stranger)
    assert client.get(url_of(adams, more)).status_code == 404
    assert client.get(f"/en/organiser/events/{own_event.id}/attendees/{adams.id}{more}").status_code == 404
    assert client.get(f"/en/organiser/events/{own_event.id}/attendees").status_code == 200


def mails_to(registration: Registration) -> list[Any]:
    afresh()
    return [
        message.kind for message in db.session.query(Message).filter_by(about_id=registration.id).order_by(Message.id)
    ]
