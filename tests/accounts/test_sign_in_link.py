"""Signing in by a link from an e-mail: it works once and for a while, and never for those who need a password."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from elmo_events.accounts.actions import make_administrator
from elmo_events.accounts.models import Account
from elmo_events.accounts.queries import account_by_address, entry_url
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.rate_limits import limit
from elmo_events.organisers.actions import invite_member
from elmo_events.organisers.rules import Role
from tests import makers
from tests.accounts.letters import newest_letter, number_of_letters, path_in
from tests.client import CheckingClient

ADDRESS = "maria@example.org"
MINE = "/en/registrations"


def ask(client: CheckingClient, email: str = ADDRESS, **more: str) -> str:
    """Ask for a link as a visitor does; where the link leads."""
    client.post("/en/sign-in", data={"link-email": email, **more})
    return path_in(newest_letter())


def somebody(**facts: object) -> Account:
    return makers.account(ADDRESS, **{"name": "Maria", "is_participant": True, "language": "en"} | facts)


def path_of(address: str) -> str:
    return address.removeprefix("http://localhost")


def test_an_unknown_address_gets_an_account_once_the_link_is_used(client: CheckingClient) -> None:
    link = ask(client, " Maria@Example.org ")
    assert account_by_address(ADDRESS) is None
    assert ADDRESS in client.get(link).get_data(as_text=True)
    db.session.rollback()
    assert account_by_address(ADDRESS) is None  # looking is not using: programs look links up
    assert client.post(link).location == MINE
    db.session.rollback()
    account = account_by_address(ADDRESS)
    assert account is not None
    assert account.is_participant
    assert client.get(MINE).status_code == 200


def test_nobody_has_links_sent_to_strangers_all_day(client: CheckingClient, app: Flask) -> None:
    with time_machine.travel(now().replace(hour=12), tick=False):
        with app.test_request_context():
            for _ in range(999):
                limit("sign-in-link-origin-day", "127.0.0.1", most=1000, seconds=86400)
        sent = [client.post("/en/sign-in", data={"link-email": f"{name}@example.org"}).status_code for name in "ab"]
        assert sent == [200, 429]
    assert number_of_letters() == 1


def test_a_link_works_once(client: CheckingClient, app: Flask) -> None:
    somebody()
    link = ask(client)
    assert client.post(link).status_code == 302
    other = app.test_client()
    assert (other.get(link).status_code, other.post(link).status_code) == (410, 410)
    assert other.get(MINE).status_code == 302


def test_a_link_is_too_old_after_half_an_hour(client: CheckingClient) -> None:
    link = ask(client)
    with time_machine.travel(now() + timedelta(minutes=31)):
        assert client.post(link).status_code == 410


def test_known_and_unknown_addresses_are_answered_alike(client: CheckingClient) -> None:
    somebody()
    makers.account("staff@example.org", password_hash="x")
    pages = set()
    for email in (ADDRESS, "nobody@example.org", "staff@example.org"):
        answer = client.post("/en/sign-in", data={"link-email": email})
        pages.add(answer.get_data(as_text=True).replace(email, "ADDRESS"))
    assert len(pages) == 1


def test_whoever_needs_a_password_gets_no_link(client: CheckingClient) -> None:
    makers.account("staff@example.org", password_hash="x")
    link = ask(client, "staff@example.org")
    assert link.startswith("/en/sign-in?way=password")
    assert "please sign in with your password" in (newest_letter().text or "")


@pytest.mark.parametrize("becomes", ["member", "administrator"])
def test_a_participant_who_becomes_staff_needs_a_password(client: CheckingClient, becomes: str) -> None:
    organiser, account = makers.organiser(), somebody()
    with client.application.test_request_context():
        letter = path_of(entry_url(ADDRESS, "en", MINE))
    link = ask(client)
    with transaction():
        if becomes == "member":
            invite_member(organiser, None, email=ADDRESS, name="Maria", language="en", role=Role.EDITOR)
        else:
            make_administrator(account, account)
    assert path_in(newest_letter()).startswith("/en/password/")
    assert client.post(link).status_code == 422
    assert client.post(letter).status_code == 410
    assert client.get(MINE).status_code == 302


def test_a_letter_leads_to_its_page(client: CheckingClient) -> None:
    with client.application.test_request_context():
        letter = path_of(entry_url(ADDRESS, "en", MINE))
    assert ADDRESS in client.get(letter).get_data(as_text=True)
    assert client.post(letter).location == MINE
    assert client.get(letter).location == MINE  # signed in already: straight on
    assert client.post(letter).status_code == 302


def test_ending_all_sessions_ends_the_links_in_letters(client: CheckingClient, app: Flask) -> None:
    account = somebody()
    with client.application.test_request_context():
        letter = path_of(entry_url(ADDRESS, "en", MINE))
    client.sign_in(account)
    assert client.post("/en/account/sessions").status_code == 302
    assert app.test_client().post(letter).status_code == 410


def test_a_letter_for_staff_asks_for_the_password(client: CheckingClient) -> None:
    makers.account("staff@example.org", password_hash="x")
    with client.application.test_request_context():
        letter = path_of(entry_url("staff@example.org", "en", MINE))
    answer = client.post(letter)
    assert answer.location.startswith("/en/sign-in")
    assert client.get(MINE).status_code == 302


def test_the_page_that_was_asked_for_comes_after_the_link(client: CheckingClient) -> None:
    somebody()
    link = ask(client, **{"link-next": "/en/account"})
    assert client.post(link).location == "/en/account"


def test_a_wrong_address_is_answered_beside_its_field(client: CheckingClient) -> None:
    answer = client.post("/en/sign-in", data={"link-email": "maria"})
    assert answer.status_code == 422
    assert "Write an email address" in answer.get_data(as_text=True)
    assert number_of_letters() == 0
