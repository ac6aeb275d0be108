"""Signing in and out: one answer to whatever is wrong, limits on tries, and no redirect to elsewhere."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from elmo_events.accounts import rules
from elmo_events.accounts.actions import account_that_signs_in
from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.refusals import Refusal
from tests import makers
from tests.client import CheckingClient

PASSWORD = "kolme vihreää hirveä"
SIGN_IN, OWN = "/en/sign-in", "/en/account"


def somebody(**facts: object) -> Account:
    return makers.account("anna@example.org", password_hash=rules.hash_password(PASSWORD), **facts)


def sign_in(
    client: CheckingClient, email: str = "anna@example.org", password: str = PASSWORD, **more: str
) -> TestResponse:
    return client.post(SIGN_IN, data={"email": email, "password": password, **more})


def test_the_right_password_signs_in_whatever_the_case_of_the_address(client: CheckingClient) -> None:
    account = somebody()
    answer = sign_in(client, " Anna@Example.org ")
    assert (answer.status_code, answer.location) == (302, "/en/organiser")
    assert client.get(OWN).status_code == 200
    with client.session_transaction() as session:
        assert session.permanent
    makers.afresh(account)
    assert account.last_sign_in_at is not None


def test_unknown_address_wrong_password_and_closed_account_are_answered_alike(client: CheckingClient) -> None:
    somebody()
    makers.account("closed@example.org", password_hash=rules.hash_password(PASSWORD), closed_at=now())
    makers.account("invited@example.org")
    tries = {
        "anna@example.org": "wrong",
        "nobody@example.org": PASSWORD,
        "closed@example.org": PASSWORD,
        "invited@example.org": PASSWORD,
    }
    answers = [sign_in(client, email, password) for email, password in tries.items()]
    assert {answer.status_code for answer in answers} == {422}
    pages = {
        answer.get_data(as_text=True).replace(email, "ADDRESS") for answer, email in zip(answers, tries, strict=True)
    }
    assert len(pages) == 1
    assert "The email address or the password is wrong." in pages.pop()


def test_an_unknown_address_costs_the_same_work(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    real = rules._hasher.verify

    class Counting:
        def verify(self, hashed: str, password: str) -> bool:
            compared.append(hashed)
            return real(hashed, password)

    monkeypatch.setattr(rules, "_hasher", Counting())
    with pytest.raises(Refusal):
        account_that_signs_in("nobody@example.org", PASSWORD)
    assert len(compared) == 1


def test_tries_are_limited_for_an_address(client: CheckingClient) -> None:
    somebody()
    statuses = [sign_in(client, password="wrong").status_code for _ in range(11)]
    assert statuses == [422] * 10 + [429]
    assert sign_in(client, "bertta@example.org", "wrong").status_code == 422


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example"])
def test_next_leads_nowhere_else(client: CheckingClient, target: str) -> None:
    somebody()
    assert sign_in(client, next=target).location == "/en/organiser"


def test_next_leads_back_to_the_page_that_was_asked_for(client: CheckingClient) -> None:
    somebody()
    asked = client.get("/sv/account")
    assert asked.location.startswith("/sv/sign-in?next=")
    page = client.get(asked.location).get_data(as_text=True)
    assert 'value="/sv/account"' in page
    assert sign_in(client, next="/sv/account").location == "/sv/account"


def test_signing_out_ends_the_session(client: CheckingClient) -> None:
    somebody()
    sign_in(client)
    assert client.get("/en/sign-out").status_code == 405
    assert client.post("/en/sign-out").status_code == 302
    assert client.get(OWN).status_code == 302


def test_a_closed_account_is_out_at_once(client: CheckingClient) -> None:
    account = somebody()
    sign_in(client)
    with transaction():
        account.closed_at = now()
    assert client.get(OWN).status_code == 302


def test_an_old_hash_is_renewed_at_sign_in(client: CheckingClient) -> None:
    cheap = rules.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    account = makers.account("anna@example.org", password_hash=cheap)
    assert sign_in(client).status_code == 302
    makers.afresh(account)
    assert account.password_hash is not None
    assert not rules.is_old_hash(account.password_hash)
    assert rules.is_password(PASSWORD, account.password_hash)
