"""Themes, regions and organisation types in the hands of network administrators."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db, transaction
from elmo_events.network import actions, queries
from tests import makers
from tests.client import CheckingClient

TAXONOMY = "/en/network/taxonomy"
NAMES = {"name-fi": "Avaruus & säätieto", "name-sv": "Rymd", "name-en": "Space & weather"}


@pytest.fixture
def administrator(app: Flask, client: CheckingClient) -> Account:
    with transaction():
        actions.fill_in_reference()
    account = makers.account("admin@example.org", is_network_administrator=True)
    client.sign_in(account)
    return account


def slugs() -> list[str]:
    db.session.rollback()
    return [theme.slug for theme in queries.themes()]


def test_a_theme_is_added_at_the_end_under_a_free_address(client: CheckingClient, administrator: Account) -> None:
    assert client.get(f"{TAXONOMY}/themes/new").status_code == 200
    for _ in range(2):
        assert client.post(f"{TAXONOMY}/themes/new", data=NAMES).status_code == 302
    assert slugs()[-2:] == ["space-weather", "space-weather-2"]


def test_a_name_is_needed_in_three_languages(client: CheckingClient, administrator: Account) -> None:
    assert client.post(f"{TAXONOMY}/themes/new", data=NAMES | {"name-sv": ""}).status_code == 422


def test_names_change_in_each_list(client: CheckingClient, administrator: Account) -> None:
    for kind, key in (("themes", "clean"), ("regions", "19"), ("organisation-types", "uas")):
        assert client.get(f"{TAXONOMY}/{kind}/{key}").status_code == 200
        assert client.post(f"{TAXONOMY}/{kind}/{key}", data=NAMES | {"name-se": "Lappi"}).status_code == 302
        db.session.rollback()
        term = queries.term(kind, key)
        assert term is not None
        assert (term.name["en"], term.name["se"]) == ("Space & weather", "Lappi")
    assert "Space &amp; weather" in client.get(TAXONOMY).get_data(as_text=True)


def test_terms_change_places_and_stop_at_the_ends(client: CheckingClient, administrator: Account) -> None:
    def move(slug: str, direction: str) -> list[str]:
        path = f"{TAXONOMY}/themes/{slug}/position"
        assert client.post(path, data={"direction": direction}).location == f"{TAXONOMY}#themes"
        return slugs()

    assert move("circular", "up") == ["circular", "clean", "digital", "cluster"]
    assert move("circular", "up") == ["circular", "clean", "digital", "cluster"]
    assert move("clean", "down") == ["circular", "digital", "clean", "cluster"]


def test_a_closed_theme_can_not_be_chosen(client: CheckingClient, administrator: Account) -> None:
    client.post(f"{TAXONOMY}/themes/digital/closing", data={"closed": "yes"})
    db.session.rollback()
    assert [theme.slug for theme in queries.open_themes()] == ["clean", "circular", "cluster"]
    client.post(f"{TAXONOMY}/themes/digital/closing", data={"closed": "no"})
    db.session.rollback()
    assert len(queries.open_themes()) == 4


def test_regions_are_neither_added_nor_closed(client: CheckingClient, administrator: Account) -> None:
    assert client.get(f"{TAXONOMY}/regions/new").status_code == 404
    assert client.post(f"{TAXONOMY}/regions/19/closing", data={"closed": "yes"}).status_code == 422


def test_what_is_not_there_is_not_found(client: CheckingClient, administrator: Account) -> None:
    for path in ("themes/nothing", "nothing/clean", "nothing/new"):
        assert client.get(f"{TAXONOMY}/{path}").status_code == 404


def test_nobody_else_sees_it(client: CheckingClient) -> None:
    client.sign_in(makers.account())
    assert client.get(TAXONOMY).status_code == 404
    assert client.get("/en/network/projects").status_code == 404
