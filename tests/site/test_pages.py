"""The site's own pages, in the three languages of the interface."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.events.statements import counted

PAGES = ("", "about", "accessibility", "privacy", "cookies", "feedback", "feedback/received")


def text_of(client: CheckingClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.get_data(as_text=True)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_in_every_language(client: CheckingClient, language: str, page: str) -> None:
    makers.taxonomy()
    makers.organiser()
    assert f'<html lang="{language}">' in text_of(client, f"/{language}/{page}")


@pytest.mark.parametrize(
    ("asked", "language"), [("sv-FI,sv;q=0.9", "sv"), ("en-GB", "en"), ("de", "fi"), ("fi;q=0.5,en;q=0.1", "fi")]
)
def test_the_bare_address_leads_to_the_best_language(client: CheckingClient, asked: str, language: str) -> None:
    response = client.get("/", headers={"Accept-Language": asked})
    assert response.status_code == 302
    assert response.location == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]


def test_the_front_page_shows_what_comes_next(client: CheckingClient) -> None:
    makers.taxonomy()
    organiser = makers.organiser()
    for number in range(6):
        start = datetime(2027, 3, 1 + number, 7, tzinfo=UTC)
        state = EventState.CANCELLED if number == 1 else EventState.PUBLISHED
        makers.event(
            organiser, slug=f"event-{number}", title={"en": f"Event {number}"}, state=state,
            starts_at=start, ends_at=start + timedelta(hours=1),
        )  # fmt: skip
    with counted() as sent:
        page = text_of(client, "/en/")
    assert re.findall(r">(Event \d)</a>", page) == ["Event 0", "Event 2", "Event 3", "Event 4"]
    assert "All upcoming events</a>" not in page
    assert 'href="/en/events?theme=clean"' in page
    assert 'href="/en/events?region=19"' in page
    assert len(sent) <= 8, sent


def test_the_front_page_names_the_next_event_where_people_meet(client: CheckingClient) -> None:
    organiser, heading, badge = makers.organiser(), "Meet the right people", "One-to-one meetings"
    made = [
        makers.event(organiser, slug=f"event-{number}", title={"en": f"Event {number}"},
                     starts_at=now() + timedelta(days=20 + number))
        for number in range(6)
    ]  # fmt: skip
    assert heading not in text_of(client, "/en/")
    meeting_makers.matchmaking(made[5])
    page = text_of(client, "/en/")
    assert re.findall(r">(Event \d)</a>", page) == ["Event 0", "Event 1", "Event 2", "Event 3", "Event 5"]
    assert (page.count(heading), page.count(badge)) == (1, 1)
    meeting_makers.matchmaking(made[2])
    page = text_of(client, "/en/")
    assert (page.count(heading), page.count(badge)) == (0, 1)


def test_the_front_page_without_events_says_so_and_boasts_of_nothing(client: CheckingClient) -> None:
    page = text_of(client, "/en/")
    assert "No upcoming events" in page
    assert "So far" not in page


def test_the_statement_has_what_the_law_asks_for(client: CheckingClient) -> None:
    page = text_of(client, "/en/accessibility")
    for words in (
        "306/2019", "WCAG 2.1", "What is not accessible yet", "Criteria of WCAG: 3.1.2.", "24 November 2026",
        "We answer within 14 days", "/en/feedback?kind=accessibility", "Traficom", "saavutettavuus@traficom.fi",
    ):  # fmt: skip
        assert words in page, words


def test_the_privacy_page_leads_to_each_organisers_notice(client: CheckingClient) -> None:
    makers.organiser("lappi")
    page = text_of(client, "/en/privacy")
    assert "Privacy notice of Demo Council of Lapland" in page
    assert "7 days after the event" in page


def test_shared_links_and_search_engines_know_the_front_page(client: CheckingClient) -> None:
    page = text_of(client, "/sv/")
    assert '<link rel="canonical" href="http://localhost/sv/">' in page
    assert 'hreflang="x-default" href="http://localhost/en/"' in page


def test_what_is_not_there_has_a_page_with_next_steps(client: CheckingClient) -> None:
    page = text_of(client, "/en/nothing-here", status=404)
    assert "find this page" in page
    assert 'href="/en/events"' in page
    assert '<html lang="sv">' in client.get("/sv/nothing", headers={"Accept-Language": "sv"}).get_data(as_text=True)
