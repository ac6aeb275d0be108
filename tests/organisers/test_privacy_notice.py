"""Privacy notices: suggested, published in versions, each readable for good."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.organisers import actions, queries
from elmo_events.organisers.models import Organiser
from elmo_events.organisers.rules import Role
from tests import makers
from tests.client import CheckingClient

PUBLIC = "/en/organisers/lappi/privacy"


@pytest.fixture
def organiser(app: Flask) -> Organiser:
    return makers.organiser(phone="040 555 0119")


@pytest.fixture
def manager(organiser: Organiser, client: CheckingClient) -> Account:
    account = makers.member(organiser, "manager@example.org", Role.MANAGER)
    client.sign_in(account)
    return account


def publish(client: CheckingClient, organiser: Organiser, text: str) -> int:
    form = {"text-fi": text, "text-sv": "", "text-en": text}
    return client.post(f"/en/organiser/organisers/{organiser.id}/privacy-notice", data=form).status_code


def test_the_suggestion_names_the_organiser_in_each_language(organiser: Organiser) -> None:
    suggested = actions.suggested_privacy_notice(organiser)
    assert set(suggested) == {"fi", "sv", "en"}
    for code, text in suggested.items():
        assert organiser.name_in(code) in text
        assert "lappi@example.org" in text
        assert "040 555 0119" in text
        assert "1050/2018" in text
        assert "90" in text


def test_the_first_notice_starts_from_the_suggestion(
    client: CheckingClient, organiser: Organiser, manager: Account
) -> None:
    page = client.get(f"/en/organiser/organisers/{organiser.id}/privacy-notice").get_data(as_text=True)
    assert "This is a suggestion" in page
    assert "Rekisterinpitäjä" in page


def test_every_version_stays_readable(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    assert publish(client, organiser, "## Ensimmäinen") == 302
    assert publish(client, organiser, "## Toinen") == 302
    assert publish(client, organiser, "## Toinen") == 302  # the same text is no new version
    assert client.get(f"/en/organiser/organisers/{organiser.id}/privacy-notice").status_code == 200
    newest = client.get(PUBLIC).get_data(as_text=True)
    assert "Toinen</h2>" in newest
    assert "This is an earlier version" not in newest
    first = client.get(f"{PUBLIC}/1").get_data(as_text=True)
    assert "Ensimmäinen</h2>" in first
    assert "This is an earlier version" in first
    assert client.get(f"{PUBLIC}/3").status_code == 404
    db.session.rollback()
    assert [notice.version for notice in queries.privacy_notices(organiser.id)] == [2, 1]


def test_another_language_is_marked(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    publish(client, organiser, "Teksti")
    page = client.get("/sv/organisers/lappi/privacy").get_data(as_text=True)
    assert '<div class="prose" lang="fi">' in page


def test_without_a_notice_one_can_ask(client: CheckingClient, organiser: Organiser) -> None:
    page = client.get(PUBLIC).get_data(as_text=True)
    assert "mailto:lappi@example.org" in page
    assert client.get("/en/organisers/nobody/privacy").status_code == 404


def test_a_notice_needs_finnish(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    assert publish(client, organiser, "") == 422


def test_scripts_in_a_notice_are_harmless(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    publish(client, organiser, "<script>alert(1)</script> [x](javascript:alert(1))")
    page = client.get(PUBLIC).get_data(as_text=True)
    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_an_editor_does_not_edit_it(client: CheckingClient, organiser: Organiser) -> None:
    client.sign_in(makers.member(organiser))
    assert client.get(f"/en/organiser/organisers/{organiser.id}/privacy-notice").status_code == 403
    assert publish(client, organiser, "Teksti") == 403
