"""The organiser's list of events, and the pages of an event's steps."""

import pytest
from werkzeug.test import TestResponse

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from tests import makers
from tests.client import CheckingClient
from tests.events.changes import forget_what_was_read, local


@pytest.fixture
def browser(event: Event, editor: Account, client: CheckingClient) -> CheckingClient:
    client.sign_in(editor)
    return client


def read(browser: CheckingClient, path: str) -> str:
    return browser.get(f"/en/organiser/events{path}").get_data(as_text=True)


def post(browser: CheckingClient, event: Event, path: str, **fields: str) -> TestResponse:
    answer = browser.post(f"/en/organiser/events/{event.id}{path}", data=fields)
    forget_what_was_read()
    return answer


def test_each_event_stands_where_one_looks_for_it(browser: CheckingClient, event: Event) -> None:
    title = {"en": "A draft of ours"}
    makers.event(event.organiser, "draft", state=EventState.DRAFT, title=title)
    makers.event(event.organiser, "gone", title={"en": "Long ago"}, starts_at=local(1, 1).replace(year=2020))
    makers.event(event.organiser, "off", title={"en": "Not this one"}, state=EventState.CANCELLED)
    makers.event(makers.organiser("kainuu"), "theirs", title={"en": "Their event"})
    shown = {
        "coming": "Circular economy workshop", "drafts": "A draft of ours", "past": "Long ago",
        "cancelled": "Not this one",
    }  # fmt: skip
    for shelf in shown:
        page = read(browser, f"?show={shelf}")
        assert [name for name in shown if shown[name] in page] == [shelf]
        assert "Their event" not in page
    assert "Circular economy workshop" in read(browser, "?show=nonsense&page=99999")


def test_the_list_says_how_many_places_are_taken(browser: CheckingClient, event: Event) -> None:
    with transaction():
        event.admissions[0].places_taken = 14
    page = read(browser, "")
    assert "14 / 20" in page
    assert f"/en/organiser/events/{event.id}/attendees" in page


def test_an_empty_list_offers_a_first_event(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.member(makers.organiser("kainuu"), "new@example.org"))
    assert "No upcoming events" in read(client, "")
    assert "There are no drafts." in read(client, "?show=drafts")


def test_strangers_are_asked_to_sign_in(client: CheckingClient, event: Event) -> None:
    assert client.get("/en/organiser/events").status_code == 302
    assert client.get(f"/en/organiser/events/{event.id}").status_code == 302


def test_a_draft_is_published_from_its_checklist(browser: CheckingClient, draft: Event) -> None:
    with transaction():
        draft.venue = ""
    page = read(browser, f"/{draft.id}/publication")
    assert "The venue is missing." in page
    assert f"/en/organiser/events/{draft.id}/dates#venue" in page
    assert "Publish the event</button>" not in page
    with transaction():
        draft.venue = "Kulttuurikeskus"
    seen = draft.changed_at.isoformat()
    assert post(browser, draft, "/publication", seen=seen).status_code == 302
    assert "http://localhost/sv/events/kiertotalous" in read(browser, f"/{draft.id}/publication")
    assert draft.state == EventState.PUBLISHED


def test_an_incomplete_draft_stays_one_even_when_the_form_is_forged(browser: CheckingClient, draft: Event) -> None:
    with transaction():
        draft.contact_email = ""
    seen = draft.changed_at.isoformat()
    answer = post(browser, draft, "/publication", seen=seen)
    assert answer.status_code == 422
    assert "The email address of the contact person is missing." in answer.get_data(as_text=True)


def test_an_event_is_cancelled_with_a_reason(browser: CheckingClient, event: Event) -> None:
    seen = event.changed_at.isoformat()
    assert post(browser, event, "/cancellation", seen=seen).status_code == 422
    answer = post(browser, event, "/cancellation", **{"seen": seen, "reason-en": "The speaker is ill."})
    assert answer.status_code == 302
    public = browser.get("/en/events/kiertotalous").get_data(as_text=True)
    assert "The speaker is ill." in public


def test_a_copy_opens_at_its_dates(browser: CheckingClient, event: Event) -> None:
    answer = post(browser, event, "/copy", first_day="2030-09-03")
    made = db.session.query(Event).filter(Event.id != event.id).one()
    assert answer.location == f"/en/organiser/events/{made.id}/dates"


def test_hiding_and_deleting(browser: CheckingClient, event: Event) -> None:
    assert post(browser, event, "/hiding").status_code == 302
    assert browser.get("/en/events/kiertotalous").status_code == 404
    assert post(browser, event, "/deletion").status_code == 302
    assert db.session.query(Event).count() == 0


def test_the_preview_of_a_draft_is_its_public_page(browser: CheckingClient, draft: Event) -> None:
    page = read(browser, f"/{draft.id}/preview")
    assert "This is a preview" in page
    assert "We solve side-stream problems." in page
    assert browser.get("/en/events/kiertotalous").status_code == 404


def test_past_events_are_marked_over(browser: CheckingClient, event: Event) -> None:
    with transaction():
        event.starts_at = event.ends_at = now()
    assert "Over" in read(browser, f"/{event.id}")
