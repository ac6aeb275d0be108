"""My registrations: everything with one's own address, nothing of anybody else."""

from flask import Flask

from elmo_events.accounts.queries import account_by_address
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.links import sign
from elmo_events.registration import queries
from elmo_events.registration.models import Registration
from tests import makers, meeting_makers
from tests.client import CheckingClient

MINE = "/en/registrations"


def personal_path(registration: Registration) -> str:
    return f"{MINE}/{sign(queries.LINK, [registration.id, registration.link_version])}"


def test_the_personal_link_signs_in_and_shows_all_of_ones_registrations(client: CheckingClient) -> None:
    organiser = makers.organiser()
    first, second = makers.event(organiser, "yksi"), makers.event(organiser, "kaksi", title={"en": "Second event"})
    mine = meeting_makers.registration(first, "Maria@example.org", "Maria")
    meeting_makers.registration(second, "maria@example.org", "Maria", "Toinen")
    meeting_makers.registration(second, "stranger@example.org", "Stranger")
    path = personal_path(mine)
    assert "Go to my pages" in client.get(path).get_data(as_text=True)
    assert client.get(MINE).status_code == 302
    assert client.post(f"{path}/sign-in").location == MINE
    page = client.get(MINE).get_data(as_text=True)
    assert "Circular economy workshop" in page
    assert "Maria Toinen" in page
    assert "Stranger" not in page
    db.session.rollback()
    account = account_by_address("maria@example.org")
    assert account is not None
    assert account.name == "Maria Mäki"


def test_a_link_that_was_replaced_signs_nobody_in(client: CheckingClient) -> None:
    registration = meeting_makers.registration(makers.event(makers.organiser()), "maria@example.org")
    old = personal_path(registration)
    with transaction():
        registration.link_version += 1
    assert client.post(f"{old}/sign-in").status_code == 404


def test_the_personal_link_never_opens_an_organisers_pages(client: CheckingClient, app: Flask) -> None:
    organiser = makers.organiser()
    makers.member(organiser, "maria@example.org", password_hash="x")
    registration = meeting_makers.registration(makers.event(organiser), "maria@example.org")
    answer = client.post(f"{personal_path(registration)}/sign-in")
    assert answer.location.startswith("/en/sign-in")
    assert client.get(MINE).status_code == 302


def test_staff_see_their_own_registrations_too(client: CheckingClient) -> None:
    organiser = makers.organiser()
    account = makers.member(organiser, "maria@example.org")
    meeting_makers.registration(makers.event(organiser), "maria@example.org")
    client.sign_in(account)
    assert "Circular economy workshop" in client.get(MINE).get_data(as_text=True)
