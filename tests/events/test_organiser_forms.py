"""The editor's forms, as a browser without scripts sends them."""

from datetime import timedelta
from typing import Any

import pytest

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event, Extra, ProgrammeSession, Speaker
from elmo_events.events.queries.sections import section_of
from elmo_events.events.rules import EventFormat, EventKind, EventState, Section
from elmo_events.foundation import dates
from elmo_events.foundation.database import db, transaction
from elmo_events.network.models import Project
from elmo_events.organisers.models import Membership
from elmo_events.organisers.rules import Role
from tests import makers
from tests.client import CheckingClient
from tests.events.changes import forget_what_was_read, local
from tests.events.page_form import form_of

PATHS = {Section.BASICS: "", Section.OFFERS: "/offers", Section.DATES: "/dates"} | {
    section: f"/{section}" for section in Section if section not in {Section.BASICS, Section.OFFERS, Section.DATES}
}


@pytest.fixture
def browser(draft: Event, editor: Account, client: CheckingClient) -> CheckingClient:
    client.sign_in(editor)
    return client


def address(event: Event, section: Section) -> str:
    return f"/en/organiser/events/{event.id}{PATHS[section]}"


def opened(browser: CheckingClient, event: Event, section: Section) -> Any:
    return form_of(browser.get(address(event, section)).get_data(as_text=True))


def sent(browser: CheckingClient, event: Event, section: Section, fields: Any, status: int = 302) -> str:
    answer = browser.post(address(event, section), data=fields)
    forget_what_was_read()
    page = answer.get_data(as_text=True)
    assert answer.status_code == status, page
    return page


@pytest.mark.parametrize("section", Section)
def test_saving_a_section_untouched_changes_nothing(browser: CheckingClient, event: Event, section: Section) -> None:
    with transaction():
        event.extras.append(Extra(name={"fi": "Illallinen", "smn": "Eehidpurrâmuš"}, description={"fi": "Kala"}))
        event.sessions[0].speakers.append(Speaker(name="Åsa Öberg", role="johtaja, Esimerkki Oy"))
        event.sessions.append(
            ProgrammeSession(starts_at=local(3, 3, 11), ends_at=local(3, 3, 12), title={"fi": "A & <B>"}, place="Sali")
        )
        event.description = {"fi": "Ensimmäinen.\n\n- toinen", "se": "Dearvvuohta"}
        event.project = Project(code="A75728", name={"fi": "ELMO"})
        event.languages, event.joining_link = ["fi", "se"], "https://video.example.org/1"
    before = section_of(event, section)
    sent(browser, event, section, opened(browser, event, section))
    assert section_of(event, section) == before


def test_a_new_event_comes_from_a_few_questions(browser: CheckingClient, event: Event) -> None:
    page = browser.get("/en/organiser/events/new").get_data(as_text=True)
    assert "Organiser</label>" not in page, "who works for one organiser is not asked which"
    fields = form_of(page)
    fields.update({"kind": "webinar", "title-fi": "Vety nyt", "day": f"2.2.{local(2, 2).year}", "format": "online"})
    fields.setlist("starts", ["9"])
    fields.setlist("ends", ["10.30"])
    fields.setlist("kind", ["webinar"])
    fields.setlist("format", ["online"])
    fields.setlist("title-fi", ["Vety nyt"])
    fields.setlist("day", [f"2.2.{local(2, 2).year}"])
    answer = browser.post("/en/organiser/events/new", data=fields, follow_redirects=True)
    forget_what_was_read()
    made = db.session.query(Event).filter_by(slug="vety-nyt").one()
    assert "The draft is ready" in answer.get_data(as_text=True)
    assert (made.kind, made.format, made.state) == (EventKind.WEBINAR, EventFormat.ONLINE, EventState.DRAFT)
    assert (made.starts_at, made.ends_at) == (local(2, 2, 9), local(2, 2, 10, 30))


def test_a_new_event_is_for_an_organiser_that_one_works_for(browser: CheckingClient, event: Event) -> None:
    other = makers.organiser("kainuu")
    fields = {
        "organiser_id": str(other.id), "kind": "seminar", "title-fi": "Vety", "day": "2027-02-02",
        "starts": "9", "ends": "12", "format": "on_site",
    }  # fmt: skip
    browser.post("/en/organiser/events/new", data=fields)
    forget_what_was_read()
    assert {made.organiser_id for made in db.session.query(Event)} == {event.organiser_id}


def test_a_new_event_with_gaps_keeps_what_was_typed(browser: CheckingClient) -> None:
    fields = {"kind": "seminar", "title-sv": "", "day": "31.2.2027", "starts": "25", "ends": "", "format": "online"}
    answer = browser.post("/en/organiser/events/new", data=fields)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'value="25"' in page
    for sentence in ("Write a time, such as 9.15.", "Write a day, such as", "Write when it ends.", "at least one lang"):
        assert sentence in page


def test_rows_are_added_and_removed_without_losing_what_was_typed(browser: CheckingClient, event: Event) -> None:
    fields = opened(browser, event, Section.OFFERS)
    fields["admissions-0-name-en"] = "Half typed"
    page = sent(browser, event, Section.OFFERS, {**fields, "add": "extras"}, 200)
    assert "data-unsaved" in page
    fields = form_of(page)
    assert fields["admissions-0-name-en"] == "Half typed"
    assert "extras-0-name-fi" in fields
    fields = form_of(sent(browser, event, Section.OFFERS, {**fields, "add": "admissions"}, 200))
    page = sent(browser, event, Section.OFFERS, {**fields, "remove": "admissions-1"}, 200)
    assert "admissions-1-name-fi" not in form_of(page)
    assert len(event.admissions) == 1, "nothing was saved yet"


def test_a_row_left_blank_is_no_mistake(browser: CheckingClient, event: Event) -> None:
    fields = form_of(
        sent(browser, event, Section.DATES, {**opened(browser, event, Section.DATES), "add": "parts"}, 200)
    )
    assert fields["parts-1-starts"] == "9:00", "a further date begins at the same time"
    sent(browser, event, Section.DATES, fields)
    assert len(event.parts) == 1


def test_the_first_session_begins_as_the_event_does(browser: CheckingClient, event: Event) -> None:
    with transaction():
        event.sessions.clear()
    fields = {**opened(browser, event, Section.PROGRAMME), "add": "sessions"}
    fields = form_of(sent(browser, event, Section.PROGRAMME, fields, 200))
    assert (fields["sessions-0-day"], fields["sessions-0-starts"]) == (f"{local(3, 3):%Y-%m-%d}", "9:00")
    sent(browser, event, Section.PROGRAMME, fields)
    assert event.sessions == [], "a session left alone is no session"
    named = {**fields, "sessions-0-title-sv": "Öppning", "sessions-0-ends": "9.30"}
    named = form_of(sent(browser, event, Section.PROGRAMME, {**named, "add": "sessions"}, 200))
    assert named["sessions-1-starts"] == "9:30", "the next one begins when it ends"


def test_a_series_stays_at_nine_when_the_clocks_are_turned(browser: CheckingClient, event: Event) -> None:
    fields = {**opened(browser, event, Section.DATES), "rhythm": "weekly", "count": "6", "add": "series"}
    sent(browser, event, Section.DATES, form_of(sent(browser, event, Section.DATES, fields, 200)))
    assert [part.starts_at for part in event.parts] == [local(3, 3) + timedelta(weeks=week) for week in range(7)]
    assert {dates.local(part.starts_at).hour for part in event.parts} == {9}
    assert len({part.starts_at.hour for part in event.parts}) == 2, "in UTC it is another hour in summer"


def test_times_that_a_clock_change_skips_or_doubles_are_refused(browser: CheckingClient, event: Event) -> None:
    fields = opened(browser, event, Section.DATES)
    skipped = {**fields, "parts-0-day": "2027-03-28", "parts-0-starts": "3.30"}
    doubled = {**fields, "parts-0-day": "2027-10-31", "parts-0-starts": "3.30"}
    assert "This time does not exist" in sent(browser, event, Section.DATES, skipped, 422)
    assert "This time occurs twice" in sent(browser, event, Section.DATES, doubled, 422)
    terms = {**opened(browser, event, Section.REGISTRATION), "closes_at": "2027-03-28T03:30"}
    assert "This time does not exist" in sent(browser, event, Section.REGISTRATION, terms, 422)


def test_a_refusal_stands_beside_its_field(browser: CheckingClient, event: Event) -> None:
    with transaction():
        event.admissions[0].places_taken = 3
    page = sent(
        browser, event, Section.OFFERS, {**opened(browser, event, Section.OFFERS), "admissions-0-places": "2"}, 422
    )
    assert 'id="admissions-0-places-error"' in page
    assert 'href="#admissions-0-places"' in page
    assert page.count("3 places are taken. You can") == 2, "in the summary and beside the field"


def test_a_stale_form_keeps_what_was_typed_and_can_be_saved_again(browser: CheckingClient, event: Event) -> None:
    mine, theirs = opened(browser, event, Section.TEXTS), opened(browser, event, Section.TEXTS)
    sent(browser, event, Section.TEXTS, {**theirs, "description-fi": "Heidän teksti"})
    page = sent(browser, event, Section.TEXTS, {**mine, "description-fi": "Minun teksti"}, 422)
    assert "Somebody else has saved this event" in page
    again = form_of(page)
    assert again["description-fi"] == "Minun teksti"
    sent(browser, event, Section.TEXTS, again)
    assert event.description == {"fi": "Minun teksti"}


def test_a_form_with_a_bad_mark_is_stale(browser: CheckingClient, event: Event) -> None:
    fields = {**opened(browser, event, Section.TEXTS), "seen": "yesterday"}
    assert "Somebody else" in sent(browser, event, Section.TEXTS, fields, 422)


def test_save_and_continue_leads_to_the_next_section(browser: CheckingClient, event: Event) -> None:
    fields = {**opened(browser, event, Section.DATES), "then": "next"}
    answer = browser.post(address(event, Section.DATES), data=fields)
    assert answer.location == address(event, Section.PROGRAMME)


@pytest.mark.parametrize(
    ("section", "field", "typed"),
    [
        (Section.OFFERS, "admissions-0-places", "many"),
        (Section.DATES, "joining_link", "video.example.org"),
        (Section.CONTACT, "contact_email", "aino"),
        (Section.PROGRAMME, "sessions-0-starts", "noon"),
        (Section.BASICS, "title-fi", "x" * 151),
    ],
)
def test_what_cannot_be_read_is_shown_again(
    browser: CheckingClient, event: Event, section: Section, field: str, typed: str
) -> None:
    page = sent(browser, event, section, {**opened(browser, event, section), field: typed}, 422)
    assert f'id="{field}-error"' in page
    assert form_of(page)[field] == typed


def test_who_works_for_several_organisers_is_asked_for_which(browser: CheckingClient, editor: Account) -> None:
    other = makers.organiser("kainuu")
    makers.saved(Membership(organiser_id=other.id, account_id=editor.id, role=Role.EDITOR))
    fields = form_of(browser.get("/en/organiser/events/new").get_data(as_text=True))
    fields = {**fields, "organiser_id": str(other.id), "kind": "seminar", "title-en": "Wood", "day": "2031-03-05"}
    browser.post("/en/organiser/events/new", data={**fields, "format": "on_site"})
    forget_what_was_read()
    assert db.session.query(Event).filter_by(slug="wood").one().organiser_id == other.id
