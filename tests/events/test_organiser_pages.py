"""The organiser's pages: they open, they keep what was typed, and strangers don't see them."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db
from tests import makers
from tests.client import CheckingClient

SECTIONS = ("", "/texts", "/dates", "/programme", "/offers", "/registration", "/contact")
PAGES = (*SECTIONS, "/publication", "/hiding", "/cancellation", "/copy", "/deletion", "/preview")


@pytest.fixture
def browser(draft: Event, editor: Account, client: CheckingClient) -> CheckingClient:
    client.sign_in(editor)
    return client


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("state", EventState)
def test_every_page_opens_in_every_state(browser: CheckingClient, event: Event, path: str, state: EventState) -> None:
    event.state = state
    db.session.commit()
    assert browser.get(f"/fi/organiser/events/{event.id}{path}").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_another_organisers_event_does_not_exist(app: Flask, client: CheckingClient, event: Event, path: str) -> None:
    client.sign_in(makers.member(makers.organiser("kainuu"), "other@example.org"))
    assert client.get(f"/fi/organiser/events/{event.id}{path}").status_code == 404
    assert client.post(f"/fi/organiser/events/{event.id}{path}").status_code in {404, 405}
