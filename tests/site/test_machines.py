"""What machines ask of a site."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from flask import Flask
from time_machine import travel

from elmo_events import create_app
from elmo_events.events.rules import EventState
from elmo_events.foundation.jobs import periodic_jobs
from elmo_events.foundation.worker import note_that_it_works
from tests import makers
from tests.client import CheckingClient

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_health_says_ok_while_the_database_answers(client: CheckingClient) -> None:
    response = client.get("/health")
    assert (response.status_code, response.text) == (200, "ok\nworker: not seen yet\n")


def test_health_says_when_the_worker_was_last_seen(client: CheckingClient) -> None:
    started = datetime(2026, 12, 9, 7, tzinfo=UTC)
    with travel(started, tick=False):
        note_that_it_works()
    for seconds, words in ((12, "last seen 12 s ago"), (300, "last seen 300 s ago"), (301, "not seen for 301 s")):
        with travel(started + timedelta(seconds=seconds), tick=False):
            response = client.get("/health")
        assert (response.status_code, response.text) == (200, f"ok\nworker: {words}\n")
    assert note_that_it_works in periodic_jobs()


def test_health_does_not_fail_with_the_queue(client: CheckingClient, app: Flask) -> None:
    (Path(app.config["ELMO_INSTANCE"]) / "queue.db").write_bytes(b"no database " * 1000)
    response = client.get("/health")
    assert (response.status_code, response.text) == (200, "ok\nworker: not known, the queue does not answer\n")


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
