"""The demo: complete, lawful in every constraint, the same on every run, never old."""

import html
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from elmo_events.accounts.queries import account_by_address
from elmo_events.accounts.rules import is_password
from elmo_events.demo.calendar import DemoCalendar
from elmo_events.demo.content.all_events import EVENTS
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.search import SearchDocument
from elmo_events.mail import queries as mail
from elmo_events.registration.models import Registration, SpecialNeed
from elmo_events.registration.rules import RegistrationState, keys_of
from tests import makers
from tests.client import CheckingClient
from tests.conftest import DATABASES


@pytest.fixture
def filled(app: Flask) -> Flask:
    ran = app.test_cli_runner().invoke(args=["demo"])
    assert ran.exit_code == 0, ran.output
    assert "elmo-demo" in ran.output
    return app


def events() -> dict[str, Event]:
    return {event.slug: event for event in db.session.scalars(select(Event))}


def registrations(event: Event) -> list[Registration]:
    return list(
        db.session.scalars(select(Registration).where(Registration.event_id == event.id).order_by(Registration.id))
    )


def test_it_is_complete_and_consistent(filled: Flask) -> None:
    written = events()
    assert len(written) == 13
    for event in written.values():
        _check_places(event)
        _check_people(event)
    full = registrations(written["valmistavan-teollisuuden-digipaiva"])
    states = Counter(registration.state for registration in full)
    assert (states["confirmed"], states["waiting"]) == (80, 7)
    queue = [one.queue_number for one in full if one.state == RegistrationState.WAITING]
    assert queue == list(range(1, 8))
    past = written["elmo-verkostopaivat"]
    assert past.is_past_at(now())
    assert len(registrations(past)) == 96
    assert len(mail.newest()) == 1
    found = select(SearchDocument.about_id).where(SearchDocument.kind == "event")
    assert set(db.session.scalars(found)) == {event.id for event in written.values()}
    _check_accounts()


def test_a_cancelled_event_says_why_to_everybody(filled: Flask, client: CheckingClient) -> None:
    event = events()["aamukahvit-tekoaly-pienen-yrityksen-arjessa"]
    assert event.state == EventState.CANCELLED
    assert event.cancelled_at is not None
    assert event.cancelled_at < now() < event.starts_at
    people = registrations(event)
    assert Counter(one.state for one in people) == {"confirmed": 8, "cancelled": 1}
    assert all(one.created_at <= event.cancelled_at for one in people)
    for language, reason in event.cancellation_reason.items():
        assert reason in html.unescape(client.get(f"/{language}/events/{event.slug}").text)


def _check_places(event: Event) -> None:
    people = registrations(event)
    for admission in event.admissions:
        held = [one for one in people if one.admission_id == admission.id and one.state == RegistrationState.CONFIRMED]
        assert admission.places_taken == len(held)
    for extra in event.extras:
        wanted = [one for one in people if extra in one.extras and one.state == RegistrationState.CONFIRMED]
        assert extra.places_taken == len(wanted)
    if event.state == EventState.DRAFT:
        assert people == []


def _check_people(event: Event) -> None:
    for one in registrations(event):
        keys = keys_of(one.person, one.organisation)
        assert one.person_key == one.person.key
        assert (one.sort_key, one.search_text) == (keys.sort_key, keys.search_text)
        assert one.email.isascii()
        assert one.email.endswith(".example.org")
        assert one.created_at <= now()
        if event.is_past_at(now()):
            assert not db.session.scalars(select(SpecialNeed).where(SpecialNeed.registration_id == one.id)).all()


def _check_accounts() -> None:
    for address in ("admin@example.org", "manager.lappi@example.org", "editor.keski-pohjanmaa@example.org"):
        account = account_by_address(address)
        assert account is not None
        assert is_password("elmo-demo", account.password_hash)


def test_it_refuses_a_database_that_is_in_use(app: Flask) -> None:
    makers.account()
    refused = app.test_cli_runner().invoke(args=["demo"])
    assert refused.exit_code == 1
    assert "isn't empty" in refused.output
    told = app.test_cli_runner().invoke(args=["demo", "--if-empty"])
    assert told.exit_code == 0
    assert "Sign in with the password elmo-demo" in told.output
    assert events() == {}


def test_it_is_for_demo_mode_only(app: Flask) -> None:
    app.config["ELMO_MODE"] = "production"
    assert app.test_cli_runner().invoke(args=["demo"]).exit_code == 1
    assert app.test_cli_runner().invoke(args=["demo", "--if-empty"]).output == ""
    assert events() == {}


def test_every_public_page_of_it_opens(filled: Flask, client: CheckingClient) -> None:
    for language in ("fi", "sv", "en"):
        assert client.get(f"/{language}/events").status_code == 200
        for event in events().values():
            expected = 404 if event.state == EventState.DRAFT else 200
            assert client.get(f"/{language}/events/{event.slug}").status_code == expected
        assert client.get(f"/{language}/organisers/lappi/privacy").status_code == 200


@pytest.mark.parametrize("weeks", [0, 1, 17, 60])
def test_weekdays_and_clock_times_stay_whenever_it_is_filled_in(weeks: int) -> None:
    moment = datetime(2026, 11, 24, 12, tzinfo=UTC) + timedelta(weeks=weeks)
    calendar = DemoCalendar(moment)
    for event in EVENTS:
        for part in event.parts:
            written, shifted = datetime.fromisoformat(part.day), calendar.at(part.day, part.start)
            assert shifted.weekday() == written.weekday()
            assert dates.local(shifted.astimezone(UTC)).strftime("%H:%M") == part.start
    assert calendar.at("2026-12-09", "09:00") - moment < timedelta(days=17)
    assert calendar.at("2026-11-05", "14:00") < moment


@pytest.mark.parametrize("database", DATABASES[:1], indirect=True)  # it is of calendars, and they know no database
@pytest.mark.parametrize("day", range(7))
def test_it_can_be_filled_in_on_any_day_of_a_later_year(app: Flask, day: int) -> None:
    with time_machine.travel(datetime(2028, 3, 20 + day, 22, 30, tzinfo=UTC), tick=False):
        ran = app.test_cli_runner().invoke(args=["demo"])
        assert ran.exit_code == 0, ran.output
        upcoming = [event for event in events().values() if not event.is_past_at(now())]
        assert len(upcoming) == 12


def test_every_text_is_in_three_languages() -> None:
    for event in EVENTS:
        for text in (event.title, event.summary, event.description, event.practical, event.accessibility):
            assert all(text[code] for code in ("fi", "sv", "en"))
        for session in event.sessions:
            assert all(session.title[code] for code in ("fi", "sv", "en"))
        for code in ("sv", "en"):
            assert len(event.description[code].split()) >= 80, (event.slug, code)
