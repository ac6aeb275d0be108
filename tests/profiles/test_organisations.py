"""Pages of organisations: who sees and edits them, and what becomes of people when two organisations are merged."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.network.models import Organisation
from elmo_events.profiles.models import Avoidance, Profile
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.profiles.directory_people import LIST, employer, number_shown


@pytest.fixture
def hidden(app: Flask) -> Organisation:
    makers.taxonomy()
    return employer("Lapin AMK", has_page=False)


@pytest.fixture
def member(hidden: Organisation) -> Profile:
    return meeting_makers.profile("bo@example.org", "Bo", "Koski", visibility="network", organisation_id=hidden.id)


@pytest.fixture
def administrator(app: Flask) -> Account:
    return makers.account("admin@example.org", language="en", is_network_administrator=True)


def test_a_page_is_public_when_the_organisation_wants_it(
    client: CheckingClient, hidden: Organisation, member: Profile
) -> None:
    page = f"/en/organisations/{hidden.slug}"
    assert client.get(page).status_code == 404
    assert "Lapin AMK" not in client.get("/en/organisations").text
    client.sign_in(member.account)
    assert "This page is not public" in client.get(page).text
    client.post(f"{page}/edit", data={"name-fi": "Lapin AMK", "city": "Kemi", "has_page": "y"})
    stranger = client.application.test_client()
    assert "Kemi" in stranger.get(page).text
    assert "Lapin AMK" in stranger.get("/en/organisations").text


def test_only_its_people_and_administrators_edit_it(
    client: CheckingClient, member: Profile, administrator: Account
) -> None:
    shown = employer("Kilpailija Oy")
    page = f"/en/organisations/{shown.slug}/edit"
    client.sign_in(member.account)
    assert "/edit" not in client.get(f"/en/organisations/{shown.slug}").text
    assert client.get(page).status_code == 404
    assert client.post(page, data={"name-fi": "Ei"}).status_code == 404
    client.sign_in(administrator)
    assert client.get(page).status_code == 200
    assert client.post(page, data={"name-fi": "Kilpailija Oyj", "has_page": "y"}).status_code == 302


def test_people_and_block_lists_go_to_the_kept_one(
    client: CheckingClient, hidden: Organisation, member: Profile, administrator: Account
) -> None:
    kept, number = employer("Lapland UAS"), hidden.id
    viewer = meeting_makers.profile("aino@example.org")
    makers.saved(Avoidance(profile_id=viewer.id, avoided_organisation_id=number))
    address = f"/en/network/organisations/{kept.id}/merging/{number}"
    client.sign_in(viewer.account)
    assert client.post(address).status_code == 404
    assert number_shown(client, LIST) == 1
    client.sign_in(administrator)
    client.get(address)
    assert client.post(address).status_code == 302
    db.session.rollback()
    db.session.expire_all()
    assert member.organisation_id == kept.id
    assert db.session.query(Avoidance.avoided_organisation_id).scalar() == kept.id
    assert db.session.get(Organisation, number) is None
    client.sign_in(member.account)
    assert "Koski" in client.get(f"/en/organisations/{kept.slug}").text
    assert number_shown(client, f"{LIST}?words=uas") == 1
    client.sign_in(viewer.account)
    assert number_shown(client, LIST) == 1
