"""The network administrators' list of accounts, and the command line's."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.accounts.queries import account_by_address
from tests import makers
from tests.accounts.letters import newest_letter, path_in
from tests.client import CheckingClient

ACCOUNTS = "/en/network/accounts"
NEW = {"name": "Bertta", "email": "Bertta@example.org", "language": "fi"}


@pytest.fixture
def administrator(client: CheckingClient) -> Account:
    account = makers.account("admin@example.org", name="Aada", is_network_administrator=True)
    client.sign_in(account)
    return account


def change(client: CheckingClient, account: Account, name: str) -> int:
    return client.post(f"{ACCOUNTS}/{account.id}", data={"change": name}).status_code


def test_the_list_is_for_network_administrators_only(client: CheckingClient) -> None:
    assert client.get(ACCOUNTS).status_code == 302
    client.sign_in(makers.account())
    for path in (ACCOUNTS, f"{ACCOUNTS}/new"):
        assert client.get(path).status_code == 404
    assert client.post(f"{ACCOUNTS}/1", data={"change": "close"}).status_code == 404


def test_an_invitation_lets_somebody_in(client: CheckingClient, administrator: Account) -> None:
    assert client.post(f"{ACCOUNTS}/new", data=NEW).status_code == 302
    account = account_by_address("bertta@example.org")
    assert account is not None
    assert not account.is_network_administrator
    path = path_in(newest_letter())
    password = "neljä punaista kettua"
    assert client.post(path, data={"password": password, "repeated": password}).status_code == 302
    assert "Invited" not in client.get(ACCOUNTS).get_data(as_text=True)


def test_an_address_has_one_account(client: CheckingClient, administrator: Account) -> None:
    makers.account("bertta@example.org")
    answer = client.post(f"{ACCOUNTS}/new", data=NEW)
    assert answer.status_code == 422
    assert "This address has an account already." in answer.get_data(as_text=True)


def test_accounts_are_closed_opened_and_made_administrators(client: CheckingClient, administrator: Account) -> None:
    account = makers.account("bertta@example.org", name="Bertta")
    steps = {
        "invite": lambda: True,
        "make-administrator": lambda: account.is_network_administrator,
        "take-administration": lambda: not account.is_network_administrator,
        "close": lambda: account.closed_at is not None and account.session_version > 1,
        "reopen": lambda: account.closed_at is None,
    }
    for name, holds in steps.items():
        assert change(client, account, name) == 302, name
        makers.afresh(account)
        assert holds(), name
        assert client.get(ACCOUNTS).status_code == 200
    assert change(client, account, "something else") == 404


def test_the_last_administrator_stays(client: CheckingClient, administrator: Account) -> None:
    assert change(client, administrator, "take-administration") == 422
    assert change(client, administrator, "close") == 422
    makers.afresh(administrator)
    assert administrator.is_network_administrator


def test_an_account_is_added_on_the_command_line(app: Flask, client: CheckingClient) -> None:
    add = ["account", "add", "Clara@example.org", "--name", "Clara", "--administrator"]
    ran = app.test_cli_runner().invoke(args=add)
    assert ran.exit_code == 0, ran.output
    path = ran.output.split("http://localhost")[1].strip()
    password = "neljä punaista kettua"
    assert client.post(path, data={"password": password, "repeated": password}).status_code == 302
    assert client.get(ACCOUNTS).status_code == 200
    again = app.test_cli_runner().invoke(args=add)
    assert again.exit_code == 1
    assert "has an account already" in again.output
    listed = app.test_cli_runner().invoke(args=["account", "list"])
    assert "clara@example.org" in listed.output
    assert "administrator" in listed.output
