"""Forgotten, reset and changed passwords; links that work once; sessions that end."""

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from elmo_events.accounts import actions, rules
from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.foundation import jobs
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from tests import makers
from tests.accounts.letters import newest_letter, number_of_letters, path_in
from tests.client import CheckingClient

OLD, NEW = "kolme vihreää hirveä", "neljä punaista kettua"
FORGOTTEN = "/en/forgotten-password"


def somebody() -> Account:
    return makers.account("anna@example.org", name="Anna", language="sv", password_hash=rules.hash_password(OLD))


def link_for(client: CheckingClient) -> str:
    client.post(FORGOTTEN, data={"email": "anna@example.org"})
    return path_in(newest_letter())


def set_password(client: CheckingClient, path: str, password: str = NEW) -> int:
    return client.post(path, data={"password": password, "repeated": password}).status_code


def test_a_link_sets_a_new_password_once_and_signs_in(client: CheckingClient) -> None:
    account = somebody()
    path = link_for(client)
    assert path.startswith("/sv/password/")
    assert client.get(path).status_code == 200
    assert set_password(client, path) == 302
    assert client.get("/en/account").status_code == 200
    makers.afresh(account)
    assert rules.is_password(NEW, account.password_hash)
    assert client.get(path).status_code == 410
    assert set_password(client, path, "viisi keltaista lintua") == 410


def test_the_link_grows_old_within_an_hour(client: CheckingClient) -> None:
    somebody()
    path = link_for(client)
    with time_machine.travel(now() + rules.RESET_LASTS * 0.9):
        assert client.get(path).status_code == 200
    with time_machine.travel(now() + rules.RESET_LASTS * 1.1):
        assert client.get(path).status_code == 410


def test_unknown_addresses_get_the_same_page_and_no_letter(client: CheckingClient) -> None:
    somebody()
    makers.account("closed@example.org", closed_at=now())
    pages = set()
    for address in ("anna@example.org", "nobody@example.org", "closed@example.org"):
        page = client.post(FORGOTTEN, data={"email": address}).get_data(as_text=True)
        pages.add(page.replace(address, "ADDRESS"))
    assert len(pages) == 1
    assert number_of_letters() == 3, "as much is written for everybody, so that it takes the same time"
    jobs.run_queued()
    db.session.rollback()
    assert {(letter.to_address, letter.state) for letter in db.session.scalars(select(Message))} == {
        ("anna@example.org", MessageState.SENT), ("", MessageState.OBSOLETE),
    }  # fmt: skip


def test_letters_to_one_address_are_limited(client: CheckingClient) -> None:
    somebody()
    statuses = [client.post(FORGOTTEN, data={"email": "anna@example.org"}).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaa", "annaexample1", "password1234"])
def test_weak_passwords_are_refused_beside_the_field(client: CheckingClient, password: str) -> None:
    somebody()
    answer = client.post(link_for(client), data={"password": password, "repeated": password})
    assert answer.status_code == 422
    assert 'id="password-error"' in answer.get_data(as_text=True)


def test_the_two_passwords_must_agree(client: CheckingClient) -> None:
    somebody()
    answer = client.post(link_for(client), data={"password": NEW, "repeated": OLD})
    assert answer.status_code == 422


def test_a_new_password_ends_other_sessions_and_keeps_this_one(app: Flask, client: CheckingClient) -> None:
    account = somebody()
    other: CheckingClient = app.test_client()  # type: ignore[assignment]
    client.sign_in(account)
    other.sign_in(account)
    form = {"current": OLD, "password": NEW, "repeated": NEW}
    assert client.post("/en/account/password", data=form | {"current": "wrong"}).status_code == 422
    assert other.get("/en/account").status_code == 200
    assert client.post("/en/account/password", data=form).status_code == 302
    assert client.get("/en/account").status_code == 200
    assert other.get("/en/account").status_code == 302
    entry = db.session.query(AuditEntry).one()
    assert (entry.account_id, entry.action) == (account.id, "password set")


def test_signing_out_everywhere_else(app: Flask, client: CheckingClient) -> None:
    account = somebody()
    other: CheckingClient = app.test_client()  # type: ignore[assignment]
    client.sign_in(account)
    other.sign_in(account)
    assert client.post("/en/account/sessions").status_code == 302
    assert client.get("/en/account").status_code == 200
    assert other.get("/en/account").status_code == 302


def test_a_forged_link_is_nobodys(app: Flask) -> None:
    assert actions.account_of_password_link("forged") is None
    with pytest.raises(Refusal), transaction():
        actions.set_password_by_link("forged", NEW)


def test_own_name_and_language_can_be_changed(client: CheckingClient) -> None:
    account = somebody()
    client.sign_in(account)
    page = client.get("/en/account").get_data(as_text=True)
    assert 'value="Anna"' in page
    assert client.post("/en/account", data={"name": "Anna Uusi", "language": "en"}).status_code == 302
    assert client.post("/en/account", data={"name": " ", "language": "se"}).status_code == 422
    makers.afresh(account)
    assert (account.name, account.language) == ("Anna Uusi", "en")


def test_who_has_no_account_waits_as_long_as_who_has_one() -> None:
    assert not rules.is_old_hash(rules.HASH_OF_NOBODY)  # made at another cost it would take another time
    assert not rules.is_password("nobody signs in with this", None)
