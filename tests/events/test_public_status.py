"""The sentence that says what a visitor can do about an event."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from elmo_events.events.models import Admission, Event
from elmo_events.events.queries.status import status_of
from elmo_events.events.rules import EventState, Mode, RegistrationPhase

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


def event(places: int | None = 50, taken: int = 0, **facts: Any) -> Event:
    admission = Admission(name={}, mode=Mode.ON_SITE, places=places, places_taken=taken)
    defaults = {"state": EventState.PUBLISHED, "starts_at": LATER, "ends_at": LATER, "time_zone": "Europe/Helsinki"}
    return Event(**defaults | {"admissions": [admission]} | facts)


@pytest.mark.parametrize(
    ("shown", "phase", "text", "detail"),
    [
        (event(), "open", "Registration is open", "50 places left"),
        (event(None), "open", "Registration is open", ""),
        (event(closes_at=datetime(2027, 1, 5, 21, 59, tzinfo=UTC)), "open", "Register by 5 January 2027", "50 places left"),
        (event(closes_at=datetime(2027, 1, 5, 22, tzinfo=UTC)), "open", "Register by 5 January 2027", "50 places left"),
        (event(closes_at=datetime(2026, 12, 1, 10, tzinfo=UTC)), "open", "Register by 1 December 2026, 12:00", "50 places left"),
        (event(opens_at=datetime(2026, 12, 1, 7, tzinfo=UTC)), "soon", "Registration opens on 1 December 2026, 9:00", ""),
        (event(20, 19), "few", "1 place left", ""),
        (event(20, 20), "full", "Full – join the waiting list", ""),
        (event(closes_at=NOW), "closed", "Registration has closed", ""),
        (event(ends_at=NOW), "past", "The event is over", ""),
        (event(state=EventState.CANCELLED), "cancelled", "The event has been cancelled", ""),
        (event(state=EventState.DRAFT), "draft", "Draft, not published yet", ""),
    ],
)  # fmt: skip
def test_each_phase_has_its_sentence(app: Flask, shown: Event, phase: str, text: str, detail: str) -> None:
    with app.test_request_context("/"):
        status = status_of(shown, NOW, "en")
    assert (status.phase, status.text, status.detail) == (phase, text, detail)
    assert status.can_sign_up == (status.phase in {"open", "few", "full"})
    assert status.tone == phase


def test_one_way_without_limit_keeps_the_event_open(app: Flask) -> None:
    ways = [
        Admission(name={}, mode=Mode.ON_SITE, places=20, places_taken=20),
        Admission(name={}, mode=Mode.ONLINE, places=None, places_taken=0),
    ]
    with app.test_request_context("/"):
        assert status_of(event(admissions=ways), NOW, "en").phase == RegistrationPhase.OPEN


def test_dates_are_written_as_the_language_does(app: Flask) -> None:
    soon = event(opens_at=datetime(2026, 12, 1, 7, tzinfo=UTC))
    with app.test_request_context("/"):
        assert status_of(soon, NOW, "fi").text.endswith("1.12.2026 klo 9.00")
