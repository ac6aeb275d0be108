"""Organisers: created by the network, kept by their managers, seen by their members only; the audit log."""

import pytest
from flask import Flask

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.accounts.queries import account_by_address
from elmo_events.foundation.database import db, transaction
from elmo_events.organisers import actions, queries
from elmo_events.organisers.models import Membership, Organiser
from elmo_events.organisers.rules import Role
from tests import makers
from tests.accounts.letters import newest_letter, path_in
from tests.client import CheckingClient

FACTS = {
    "name-fi": "Mäntylän liitto", "name-sv": "Tallbyns förbund", "name-en": "Council of Pineland",
    "email": "liitto@example.org", "phone": "040 555 0100", "website": "https://mantyla.example.org", "region_code": "16",
    "is_bilingual": "y",
}  # fmt: skip
MANAGER = {"manager_name": "Maija", "manager_email": "maija@example.org"}


@pytest.fixture
def organiser(app: Flask) -> Organiser:
    makers.taxonomy()
    return makers.organiser()


@pytest.fixture
def administrator(client: CheckingClient) -> Account:
    account = makers.account("admin@example.org", is_network_administrator=True)
    client.sign_in(account)
    return account


def url(organiser: Organiser, more: str = "") -> str:
    return f"/en/organiser/organisers/{organiser.id}{more}"


def test_an_organiser_is_created_with_its_first_manager(
    client: CheckingClient, organiser: Organiser, administrator: Account
) -> None:
    assert client.get("/en/network/organisers/new").status_code == 200
    assert client.post("/en/network/organisers/new", data=FACTS | MANAGER).status_code == 302
    made = queries.organiser_by_slug("mantylan-liitto")
    assert made is not None
    assert (made.is_bilingual, made.region_code, made.email) == (True, "16", "liitto@example.org")
    manager = account_by_address("maija@example.org")
    assert manager is not None
    assert queries.roles_of(manager) == {made.id: Role.MANAGER}
    assert path_in(newest_letter()).startswith("/en/password/")
    listed = client.get("/en/network/organisers").get_data(as_text=True)
    assert "Council of Pineland" in listed
    assert "Bilingual" in listed


def test_what_is_wrong_is_told_beside_its_field(
    client: CheckingClient, organiser: Organiser, administrator: Account
) -> None:
    wrong = FACTS | MANAGER | {"name-sv": "", "email": "nothing", "website": "nothing", "region_code": "99"}
    page = client.post("/en/network/organisers/new", data=wrong).get_data(as_text=True)
    for field in ("name-sv", "email", "website", "region_code"):
        assert f'id="{field}-error"' in page


def test_a_network_administrator_sees_no_organiser_from_inside(
    client: CheckingClient, organiser: Organiser, administrator: Account
) -> None:
    assert client.get(url(organiser)).status_code == 404
    assert client.get("/en/organiser").location == "/en/network/organisers"


def test_a_manager_is_appointed_where_none_is_left(
    client: CheckingClient, organiser: Organiser, administrator: Account
) -> None:
    path = f"/en/network/organisers/{organiser.slug}/managers/new"
    assert client.get(path).status_code == 200
    form = {"name": "Maija", "email": "maija@example.org", "language": "fi", "role": "manager"}
    assert client.post(path, data=form).status_code == 302
    db.session.rollback()
    assert queries.numbers_of_managers() == {organiser.id: 1}


def test_a_manager_changes_details_and_the_address_on_the_web_stays(
    client: CheckingClient, organiser: Organiser
) -> None:
    client.sign_in(makers.member(organiser, role=Role.MANAGER))
    assert client.get(url(organiser, "/details")).status_code == 200
    assert client.post(url(organiser, "/details"), data=FACTS).location == url(organiser)
    makers.afresh(organiser)
    assert (organiser.name["fi"], organiser.slug) == ("Mäntylän liitto", "lappi")
    assert "Council of Pineland" in client.get(url(organiser)).get_data(as_text=True)
    log = client.get(url(organiser, "/audit-log")).get_data(as_text=True)
    assert "details changed" in log


def test_editors_read_details_and_strangers_nothing(client: CheckingClient, organiser: Organiser) -> None:
    assert client.get(url(organiser)).status_code == 302
    client.sign_in(makers.member(organiser))
    assert client.get(url(organiser)).status_code == 200
    for more in ("/details", "/audit-log", "/privacy-notice"):
        assert client.get(url(organiser, more)).status_code == 403
    client.sign_in(makers.member(makers.organiser("kainuu"), "stranger@example.org", Role.MANAGER))
    for more in ("", "/details", "/audit-log", "/privacy-notice", "/members"):
        assert client.get(url(organiser, more)).status_code == 404


def test_home_goes_straight_on_where_there_is_one(client: CheckingClient, organiser: Organiser) -> None:
    account = makers.member(organiser)
    client.sign_in(account)
    assert client.get("/en/organiser/organisers").location == url(organiser)
    other = makers.organiser("kainuu", name={"fi": "Kainuun liitto"})
    makers.saved(Membership(organiser_id=other.id, account_id=account.id, role=Role.MANAGER))
    page = client.get("/en/organiser/organisers").get_data(as_text=True)
    assert "Demo Council of Lapland" in page
    assert "Kainuun liitto" in page


def test_members_land_on_their_events(client: CheckingClient, organiser: Organiser) -> None:
    client.sign_in(makers.member(organiser))
    assert client.get("/en/organiser").location.endswith("/organiser/events")


def test_the_audit_log_is_paged_and_names_people(client: CheckingClient, organiser: Organiser) -> None:
    manager = makers.member(organiser, role=Role.MANAGER, name="Maija")
    other = makers.organiser("kainuu")
    with transaction():
        for number in range(60):
            record(manager, "attendees exported", ("event", number), organiser.id, rows=number, columns=["name"])
        record(manager, "secret of another", ("event", 1), other.id)
    client.sign_in(manager)
    first = client.get(url(organiser, "/audit-log")).get_data(as_text=True)
    assert first.count("Maija") >= 50
    assert "rows: 59" in first
    assert "rows: 5<" not in first
    assert "secret of another" not in first
    second = client.get(url(organiser, "/audit-log?page=2")).get_data(as_text=True)
    assert "rows: 5;" in second
    assert client.get(url(organiser, "/audit-log?page=9")).status_code == 404


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ({"fi": "Pohjois-Savon liitto"}, "pohjois-savon-liitto"),
        ({"sv": "Ålands Förbund"}, "alands-forbund"),
        ({"fi": "!"}, "organiser"),
    ],
)
def test_addresses_are_plain(app: Flask, name: dict[str, str], slug: str) -> None:
    with transaction():
        made = [actions.create_organiser(None, name=name, email="info@example.org") for _ in range(2)]
    assert [organiser.slug for organiser in made] == [slug, f"{slug}-2"]
