"""Somebody who has signed in, with and without a profile."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.profiles.models import Profile
from tests import makers
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile


@pytest.fixture
def newcomer(app: Flask) -> Account:
    """Has an account and no profile."""
    makers.taxonomy()
    return makers.account("aino@example.org", name="Aino Mäki", language="en")


@pytest.fixture
def aino(app: Flask) -> Profile:
    makers.taxonomy()
    return made_profile("aino@example.org", visibility="network")


@pytest.fixture
def as_newcomer(client: CheckingClient, newcomer: Account) -> CheckingClient:
    client.sign_in(newcomer)
    return client


@pytest.fixture
def as_aino(client: CheckingClient, aino: Profile) -> CheckingClient:
    client.sign_in(aino.account)
    return client
