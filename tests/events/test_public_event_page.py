"""The page of one event, as anybody sees it."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from elmo_events.events.models import Admission, Event, Extra, Part, ProgrammeSession, Speaker
from elmo_events.events.rules import EventFormat, EventState, Mode
from elmo_events.foundation.database import db, transaction
from elmo_events.network.models import Project, Region, Theme
from tests import makers
from tests.client import CheckingClient
from tests.events.statements import counted

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def two_days() -> Event:
    """Two days, twelve sessions with speakers, two ways to attend, an extra, a project, themes and regions."""
    makers.taxonomy()
    project = makers.saved(Project(code="A1", name={"en": "ELMO grows"}, funder_text={"en": "Runs until 2028."}))
    start = datetime(2027, 5, 18, 6, tzinfo=UTC)
    sessions = [
        ProgrammeSession(
            starts_at=start + day * DAY + number * HOUR,
            ends_at=start + day * DAY + (number + 1) * HOUR,
            title={"en": f"Talk {number} of day {day}"},
            speakers=[Speaker(name=f"Máret Näkkäläjärvi {number}", role="Director"), Speaker(name="Åsa Öberg")],
        )
        for day in range(2)
        for number in range(6)
    ]
    event = makers.event(
        makers.organiser(),
        slug="mining",
        starts_at=start,
        ends_at=start + DAY + 6 * HOUR,
        parts=[Part(starts_at=start + day * DAY, ends_at=start + day * DAY + 6 * HOUR) for day in range(2)],
        sessions=sessions,
        admissions=[
            Admission(name={"en": "On site"}, mode=Mode.ON_SITE, places=80, places_taken=3),
            Admission(name={"en": "Online"}, mode=Mode.ONLINE, places=None, position=1),
        ],
        extras=[Extra(name={"en": "Visit to the mine"}, places=40)],
        format=EventFormat.HYBRID,
        description={"en": "Partners **in mining**."},
        practical={"en": "The bus leaves at 8:30."},
        accessibility={"en": "Step-free entrance."},
        joining_link="https://meet.example.org/secret",
        languages=["fi", "en"],
        project_id=project.id,
    )
    with transaction():
        event.themes = list(db.session.query(Theme))
        event.regions = list(db.session.query(Region))
    db.session.expunge_all()
    return event


def text_of(client: CheckingClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def structured(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    described: dict[str, Any] = json.loads(found.group(1))
    return described


@pytest.fixture
def mining(app: Any) -> Event:
    return two_days()


def test_it_says_what_when_where_who_and_how(client: CheckingClient, mining: Event) -> None:
    page = text_of(client, "/en/events/mining")
    for words in (
        "Circular economy workshop", "Tue 18 May 2027, 9:00–15:00", "Wed 19 May 2027", "Helsinki time, EEST",
        "Kulttuurikeskus", "Finnish and English", "Free of charge", "Demo Council of Lapland", "<strong>in mining</strong>",
        "Talk 5 of day 1", "Máret Näkkäläjärvi 3", "77 places left", "No limit on places", "Visit to the mine",
        "The bus leaves at 8:30.", "Step-free entrance.", "Lapland", "Clean technologies", "ELMO grows",
        "Co-funded by the European Union", "aino@example.org", "/en/events/mining/registration", "/en/events/mining/calendar.ics",
    ):  # fmt: skip
        assert words in page, words


def test_it_takes_five_statements(client: CheckingClient, mining: Event) -> None:
    with counted() as sent:
        client.get("/en/events/mining")
    assert len(sent) <= 5, sent  # the event, what hangs on it, and whether it has meetings


def test_the_joining_link_is_for_participants_only(client: CheckingClient, mining: Event) -> None:
    assert "meet.example.org" not in text_of(client, "/en/events/mining")
    assert "meet.example.org" not in text_of(client, "/en/events/mining/calendar.ics")


def test_a_draft_does_not_exist_for_visitors(client: CheckingClient) -> None:
    makers.event(makers.organiser(), slug="draft", state=EventState.DRAFT)
    for address in ("/en/events/draft", "/en/events/draft/calendar.ics", "/en/events/nothing"):
        assert client.get(address).status_code == 404


def test_a_cancelled_event_stays_with_its_reason(client: CheckingClient) -> None:
    makers.event(
        makers.organiser(), slug="off", state=EventState.CANCELLED, cancellation_reason={"en": "The speaker fell ill."}
    )
    page = text_of(client, "/en/events/off")
    assert "The event has been cancelled" in page
    assert "The speaker fell ill." in page
    assert "/en/events/off/registration" not in page
    assert structured(page)["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_full_event_offers_the_waiting_list(client: CheckingClient) -> None:
    event = makers.event(makers.organiser(), slug="full", places=1)
    with transaction():
        event.admissions[0].places_taken = 1
    page = text_of(client, "/en/events/full")
    assert "Full – join the waiting list" in page
    assert "/en/events/full/registration" in page


def test_content_in_another_language_is_marked(client: CheckingClient) -> None:
    makers.event(
        makers.organiser(), slug="suomeksi", title={"fi": "Hakuinfo"}, summary={"fi": "Avoimet haut."},
        description={"fi": "Esittelemme haut."},
    )  # fmt: skip
    page = text_of(client, "/en/events/suomeksi")
    assert "Content only in Finnish" in page
    assert '<h1 lang="fi">Hakuinfo</h1>' in page
    assert re.search(r'<div class="prose" lang="fi">\s*<p>Esittelemme haut.', page)
    assert "Content only" not in text_of(client, "/fi/events/suomeksi")


def test_a_translated_title_does_not_hide_that_the_rest_is_not(client: CheckingClient) -> None:
    makers.event(makers.organiser(), slug="half", summary={}, description={"fi": "Vain suomeksi.", "sv": "På svenska."})
    assert "Part of the content only in Finnish" in text_of(client, "/en/events/half")
    assert "Part of the content" not in text_of(client, "/sv/events/half")


def test_a_sami_title_is_shown_and_marked(client: CheckingClient) -> None:
    makers.event(makers.organiser(), slug="saami", title={"se": "Ođđa áššit"}, summary={})
    page = text_of(client, "/fi/events/saami")
    assert '<h1 lang="se">Ođđa áššit</h1>' in page


def test_search_engines_get_one_address_and_all_languages(client: CheckingClient, mining: Event) -> None:
    page = text_of(client, "/sv/events/mining?from=somewhere")
    assert '<link rel="canonical" href="http://localhost/sv/events/mining">' in page
    for code, language in {"fi": "fi", "sv": "sv", "en": "en", "x-default": "en"}.items():
        assert f'hreflang="{code}" href="http://localhost/{language}/events/mining"' in page
    assert '<meta property="og:title" content="Verkstad om cirkulär ekonomi">' in page


def test_structured_data_tells_what_the_page_tells(client: CheckingClient, mining: Event) -> None:
    described = structured(text_of(client, "/en/events/mining"))
    assert described["@type"] == "Event"
    assert described["startDate"] == "2027-05-18T09:00:00+03:00"
    assert described["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in described["location"]] == ["Place", "VirtualLocation"]
    assert len(described["subEvent"]) == 2
    assert described["offers"]["availability"] == "https://schema.org/InStock"


def test_no_text_breaks_out_of_the_structured_data(client: CheckingClient) -> None:
    evil = "</script><script>alert(1)</script>"
    makers.event(makers.organiser(), slug="evil", title={"en": f"Evil {evil}"}, summary={"en": evil})
    page = text_of(client, "/en/events/evil")
    assert "<script>alert" not in page
    assert structured(page)["description"] == evil


def test_scripts_in_markdown_are_dropped(client: CheckingClient) -> None:
    makers.event(
        makers.organiser(), slug="md", description={"en": "<script>alert(1)</script>[a](javascript:alert(1)) **b**"}
    )
    page = text_of(client, "/en/events/md")
    assert "<strong>b</strong>" in page
    assert 'href="javascript' not in page
    assert "<script>alert" not in page
