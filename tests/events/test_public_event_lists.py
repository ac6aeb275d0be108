"""Upcoming and past events, their filters and their feeds."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from elmo_events.events.models import Event
from elmo_events.events.rules import EventFormat, EventKind, EventState
from elmo_events.foundation.database import db, transaction
from elmo_events.network.models import Region, Theme
from tests import makers
from tests.client import CheckingClient
from tests.events.statements import counted

ATOM = "{http://www.w3.org/2005/Atom}"


def text_of(client: CheckingClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


@pytest.fixture
def two_events(app: Any) -> tuple[Event, Event]:
    """One that each filter finds, and one that none does."""
    makers.taxonomy()
    start = datetime(2027, 2, 28, 22, 30, tzinfo=UTC)  # the first of March in Helsinki
    found = makers.event(
        makers.organiser("keski-pohjanmaa"), slug="found", title={"en": "Found"}, kind=EventKind.MATCHMAKING,
        format=EventFormat.ONLINE, languages=["sv", "se"], starts_at=start, ends_at=start + timedelta(hours=3),
    )  # fmt: skip
    other = makers.event(makers.organiser("lappi"), slug="other", title={"en": "Other"}, languages=["fi"])
    with transaction():
        found.themes = list(db.session.query(Theme))
        found.regions = [db.session.get_one(Region, "16")]
    return found, other


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("kind=matchmaking", "Matchmaking event"), ("theme=clean", "Clean technologies"), ("format=online", "Online"),
        ("region=16", "Central Ostrobothnia"), ("spoken=se", "Northern Sámi"), ("spoken=sv", "Swedish"),
        ("organiser=keski-pohjanmaa", "Demo Council of Lapland"), ("month=2027-03", "2027-03"),
        ("kind=matchmaking&theme=clean&region=16", "Theme: Clean technologies"),
    ],
)  # fmt: skip
def test_each_filter_narrows_the_list_and_can_be_removed(
    client: CheckingClient, two_events: tuple[Event, Event], query: str, label: str
) -> None:
    page = text_of(client, f"/en/events?{query}")
    assert ">Found</a>" in page
    assert ">Other</a>" not in page
    assert label in page
    assert "1 event</p>" in page
    assert "Remove all filters" in page


def test_what_makes_no_sense_is_no_filter(client: CheckingClient, two_events: tuple[Event, Event]) -> None:
    page = text_of(client, "/en/events?kind=nonsense&month=2027-13&spoken=xx&page=-4&unknown=1")
    assert "2 events</p>" in page
    assert "Remove all filters" not in page


def test_nothing_found_says_what_to_do(client: CheckingClient, two_events: tuple[Event, Event]) -> None:
    page = text_of(client, "/en/events?theme=clean&kind=webinar")
    assert "No events match these filters" in page
    assert '<a class="filter-tag" href="/en/events?kind=webinar">' in page


def test_past_events_have_a_page_of_their_own(client: CheckingClient) -> None:
    organiser = makers.organiser()
    start = datetime(2026, 3, 4, 7, tzinfo=UTC)
    makers.event(organiser, slug="old", title={"en": "Old"}, starts_at=start, ends_at=start + timedelta(hours=1))
    makers.event(organiser, slug="draft", title={"en": "Draft"}, state=EventState.DRAFT)
    assert "No upcoming events" in text_of(client, "/en/events")
    page = text_of(client, "/en/events/past")
    assert ">Old</a>" in page
    assert "March 2026" in page


def test_many_events_come_in_pages_and_in_few_statements(client: CheckingClient) -> None:
    organiser = makers.organiser()
    for number in range(45):
        makers.event(organiser, slug=f"event-{number}", title={"en": f"Event {number}"})
    with counted() as sent:
        page = text_of(client, "/en/events?kind=seminar&page=2")
    assert len(sent) <= 10, sent
    assert page.count('<article class="event-card') == 20
    assert 'href="/en/events?kind=seminar&amp;page=3"' in page
    assert "45 events</p>" in page


def test_the_calendar_and_the_feed_honour_the_filters(client: CheckingClient, two_events: tuple[Event, Event]) -> None:
    page = text_of(client, "/en/events?kind=matchmaking")
    assert "/en/events.ics?kind=matchmaking" in page
    calendar = Calendar.from_ical(client.get("/en/events.ics?kind=matchmaking").data)
    assert [str(entry["summary"]) for entry in calendar.events] == ["Found"]
    feed = ElementTree.fromstring(client.get("/en/events.atom?kind=matchmaking").data)
    assert [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")] == ["Found"]
    assert len(list(ElementTree.fromstring(client.get("/en/events.atom").data).iter(f"{ATOM}entry"))) == 2


def test_an_empty_feed_is_a_feed(client: CheckingClient) -> None:
    assert ElementTree.fromstring(client.get("/fi/events.atom").data).tag == f"{ATOM}feed"
    assert Calendar.from_ical(client.get("/fi/events.ics").data).events == []
