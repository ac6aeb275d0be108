"""Projects: added, changed, refused."""

from datetime import date

import pytest

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.network import queries
from tests import makers
from tests.client import CheckingClient

PROJECTS = "/en/network/projects"
FACTS = {
    "code": "A75728", "name-fi": "Strategiasta käytäntöön", "name-en": "From strategy to practice",
    "funder_text-fi": "Euroopan aluekehitys", "has_eu_emblem": "y", "starts_on": "2026-01-01", "ends_on": "2027-12-31",
}  # fmt: skip


@pytest.fixture(autouse=True)
def administrator(client: CheckingClient) -> Account:
    account = makers.account("admin@example.org", is_network_administrator=True)
    client.sign_in(account)
    return account


def test_a_project_is_added_and_changed(client: CheckingClient) -> None:
    assert "No projects yet" in client.get(PROJECTS).get_data(as_text=True)
    assert client.get(f"{PROJECTS}/new").status_code == 200
    assert client.post(f"{PROJECTS}/new", data=FACTS).location == PROJECTS
    (project,) = queries.projects()
    assert (project.starts_on, project.ends_on, project.has_eu_emblem) == (date(2026, 1, 1), date(2027, 12, 31), True)
    path = f"{PROJECTS}/{project.id}"
    assert 'value="2026-01-01"' in client.get(path).get_data(as_text=True)
    assert client.post(path, data=FACTS | {"code": "B1", "ends_on": "", "has_eu_emblem": ""}).status_code == 302
    makers.afresh(project)
    assert (project.code, project.ends_on) == ("B1", None)
    assert "From strategy to practice" in client.get(PROJECTS).get_data(as_text=True)


def test_a_code_stands_for_one_project(client: CheckingClient) -> None:
    client.post(f"{PROJECTS}/new", data=FACTS)
    again = client.post(f"{PROJECTS}/new", data=FACTS | {"code": "a75728"})
    assert again.status_code == 422
    assert 'id="code-error"' in again.get_data(as_text=True)
    db.session.rollback()
    assert len(queries.projects()) == 1


def test_it_does_not_end_before_it_begins(client: CheckingClient) -> None:
    answer = client.post(f"{PROJECTS}/new", data=FACTS | {"ends_on": "2025-01-01"})
    assert 'id="ends_on-error"' in answer.get_data(as_text=True)


def test_what_is_not_there_is_not_found(client: CheckingClient) -> None:
    assert client.get(f"{PROJECTS}/9").status_code == 404
