"""What machines ask of a site."""

from typing import Any
from xml.etree import ElementTree

from elmo_events import create_app
from elmo_events.events.rules import EventState
from tests import makers
from tests.client import CheckingClient

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_health_says_ok_while_the_database_answers(client: CheckingClient) -> None:
    response = client.get("/health")
    assert (response.status_code, response.text) == (200, "ok\n")


def test_health_says_when_the_database_does_not_answer(database: dict[str, Any]) -> None:
    broken = database | {"ELMO_DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/nothing?connect_timeout=2"}
    assert create_app(**broken).test_client().get("/health").status_code == 503


def test_robots_keep_out_of_personal_pages(client: CheckingClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /sv/registrations/" in lines
    assert "Disallow: /en/organiser/" in lines
    assert "Sitemap: http://localhost/sitemap.xml" in lines


def test_the_site_map_lists_public_pages_in_every_language(client: CheckingClient) -> None:
    organiser = makers.organiser()
    makers.event(organiser, slug="shown")
    makers.event(organiser, slug="draft", state=EventState.DRAFT)
    places = [place.text for place in ElementTree.fromstring(client.get("/sitemap.xml").data).iter(f"{SITEMAP}loc")]
    assert "http://localhost/sv/events/shown" in places
    assert "http://localhost/fi/" in places
    assert not [place for place in places if place and "draft" in place]
    assert len(places) == len(set(places)) == 27
