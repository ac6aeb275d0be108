"""Whatever an address or a form brings, somebody is answered; nothing fails, and no control character is kept."""

from typing import Any

import pytest
from flask import Flask

from elmo_events import create_app
from elmo_events.events.models import Event, Extra
from elmo_events.foundation.forms import Form, LineField, MomentField, TextField
from elmo_events.foundation.incoming import whole_number
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person
from tests import makers
from tests.client import CheckingClient
from tests.registration.people import registered
from tests.registration.test_sign_up import PAGE, filled_in

TOO_LARGE = "9" * 30


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    return makers.event(makers.organiser(), extras=[Extra(name={"en": "Site visit"})])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/xx/events", 404),
        ("/xx/", 404),
        ("/fi/events/%00", 400),
        ("/fi/events?theme=%00", 400),
        ("/fi/events?theme=%FF&month=2000-01", 200),
        (f"/fi/events?page={TOO_LARGE}", 200),
        (f"/fi/events/past?page=-{TOO_LARGE}", 200),
        (f"/fi/events?page={'9' * 5000}", 200),
        (f"/mailbox/{TOO_LARGE}", 404),
        (f"/fi/organiser/events/{TOO_LARGE}", 404),
        (f"/fi/organisers/lappi/privacy/{TOO_LARGE}", 404),
        ("/fi/registrations/%FF", 404),
        ("/fi/registrations/.eJwDAAAAAAE", 404),
    ],
)
def test_an_address_that_makes_no_sense_is_answered(
    client: CheckingClient, event: Event, path: str, status: int
) -> None:
    assert client.get(path).status_code == status


@pytest.mark.parametrize(
    "changes",
    [
        {"admission": TOO_LARGE},
        {"extras": TOO_LARGE},
        {"parts": ["1"] * 50_000},
        {"extras": [str(number) for number in range(70_000)]},
        {"organisation_type": TOO_LARGE},
        {"organisation_type": "9" * 5000},
        {"region": "no such region"},
        {"phone": "+" + "1" * 40},
        {"language": "xx"},
        {"started": "\ufffd"},
    ],
)
def test_a_forged_form_is_refused_beside_the_field(
    client: CheckingClient, event: Event, changes: dict[str, object]
) -> None:
    assert client.post(PAGE, data=filled_in(event, **changes)).status_code in {302, 422}


def test_a_null_character_is_refused(client: CheckingClient, event: Event) -> None:
    assert client.post(PAGE, data=filled_in(event, region="\0")).status_code == 400
    assert client.post(PAGE, data=filled_in(event, message="a\0b")).status_code == 400


@pytest.mark.parametrize("letter", ["A", "\ufdfa", "\u0390", "ß", "{"])
def test_the_longest_names_are_kept(client: CheckingClient, event: Event, letter: str) -> None:
    """U+FDFA becomes eighteen letters when it is folded, U+0390 becomes three."""
    name = letter * 100
    address = "a" * 60 + "@" + ".".join(["b" * 60] * 3) + ".example"
    sent = filled_in(event, first_name=name, last_name=name, email=address, organisation=letter * 200)
    assert client.post(PAGE, data=sent).status_code == 302
    kept: Registration = registered(event, Person(name, name, address))
    assert kept.first_name == name
    assert client.post(PAGE, data=sent).status_code == 302


@pytest.mark.parametrize("name", ["Win at https://evil.example", "www.evil.example", "evil.example/win"])
def test_a_letter_carries_no_strangers_address(client: CheckingClient, event: Event, name: str) -> None:
    assert client.post(PAGE, data=filled_in(event, first_name=name)).status_code == 422
    assert client.post(PAGE, data=filled_in(event, last_name=name)).status_code == 422
    assert client.post(PAGE, data=filled_in(event, first_name="J.R. St.John", last_name="O’Neill-Æ")).status_code == 302


def test_who_is_not_signed_in_learns_no_numbers(client: CheckingClient, event: Event) -> None:
    for number in (event.id, event.id + 1):
        assert client.get(f"/en/organiser/events/{number}").status_code == 302
        assert client.post(f"/en/organiser/events/{number}").status_code == 403


class TextForm(Form):
    line = LineField()
    text = TextField()
    moment = MomentField()


@pytest.mark.parametrize(
    ("typed", "line", "text"),
    [
        ("Anna\x0bMaria\x07", "Anna Maria", "AnnaMaria"),
        ("\u202egnp.exe\u202c", "gnp.exe", "gnp.exe"),
        ("a\r\nb\x01\tc", "a b c", "a\nb\tc"),
        ("Šťastná ✓ 🙂", "Šťastná ✓ 🙂", "Šťastná ✓ 🙂"),
    ],
)
def test_control_characters_are_dropped(app: Flask, typed: str, line: str, text: str) -> None:
    with app.test_request_context("/", method="POST", data={"line": typed, "text": typed}):
        form = TextForm()
        assert (form.line.data, form.text.data) == (line, text)


@pytest.mark.parametrize("typed", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_year_beyond_the_calendar_is_refused(app: Flask, typed: str) -> None:
    with app.test_request_context("/", method="POST", data={"moment": typed}):
        assert not TextForm().validate()


@pytest.mark.parametrize("written", [TOO_LARGE, "-" + TOO_LARGE, "9" * 5000, "", "1.5", None])
def test_a_number_that_no_row_has_is_none(written: object) -> None:
    with pytest.raises(ValueError, match=r"too large|invalid literal|Exceeds the limit"):
        whole_number(written)


def test_an_error_page_that_fails_is_answered_without_telling_the_path(
    database: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(**database)

    @app.context_processor
    def fail() -> dict[str, object]:
        raise RuntimeError("the database is gone")

    answer = app.test_client().get("/fi/registrations/a-personal-link")
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    assert "a-personal-link" not in caplog.text


def test_a_corrected_address_never_leads_to_a_claimed_host(app: Flask) -> None:
    for path in ("/fi", "/fi?month=2100-01"):
        answer = app.test_client().get(path, headers={"Host": "evil.example"})
        assert answer.status_code == 308
        assert answer.headers["Location"] == path.replace("/fi", "/fi/")
