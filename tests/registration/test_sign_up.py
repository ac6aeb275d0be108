"""The sign-up page and the page after it, as a visitor sees them."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from elmo_events.events.models import Admission, Event, Extra
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation.database import db
from elmo_events.organisers.models import PrivacyNotice
from elmo_events.registration import queries
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person, RegistrationState
from tests import makers
from tests.client import CheckingClient
from tests.registration.people import ANNA, person, registered, sign_up

PAGE = "/en/events/kiertotalous/registration"


def filled_in(event: Event, **changes: object) -> dict[str, object]:
    return {
        "admission": event.admissions[0].id, "first_name": "Anna", "last_name": "Alatalo", "email": "anna@example.org",
        "organisation": "Malli-AMK", "language": "en",
    } | changes  # fmt: skip


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    return makers.event(makers.organiser(), places=1)


def with_food() -> Event:
    admissions = [
        Admission(name={"en": "On site"}, mode=Mode.ON_SITE, has_catering=True, position=0),
        Admission(name={"en": "Online"}, mode=Mode.ONLINE, position=1),
    ]
    extras = [Extra(name={"en": "Site visit"}, places=1, description={"en": "By bus."})]
    return makers.event(makers.organiser(), admissions=admissions, extras=extras)


def test_three_requests_from_the_event_to_being_in(client: CheckingClient, event: Event) -> None:
    form = client.get(PAGE)
    assert form.status_code == 200
    assert 'autocomplete="given-name"' in form.text
    answer = client.post(PAGE, data=filled_in(event))
    assert answer.status_code == 302
    after = client.get(answer.headers["Location"])
    for words in ("You are in", "Anna Alatalo", "anna@example.org", "On site", "Kulttuurikeskus"):
        assert words in after.text
    assert "/registrations/" not in after.text
    assert registered(event).language == "en"


def test_a_full_event_says_so_before_and_after(client: CheckingClient, event: Event) -> None:
    sign_up(event, person(1))
    assert "Full: you join the waiting list" in client.get(PAGE).text
    after = client.post(PAGE, data=filled_in(event), follow_redirects=True)
    assert "You are number 1 on the waiting list" in after.text
    assert registered(event).state == RegistrationState.WAITING


def test_places_left_are_true_for_the_next_visitor(app: Flask) -> None:
    """Both pages are kept in memory, and must not be once somebody has taken a place."""
    event = makers.event(makers.organiser(), places=20)
    for left in (20, 19):
        for page in ("", "/registration"):
            visitor = app.test_client()  # without a session
            assert f"{left} places left" in visitor.get(f"/en/events/{event.slug}{page}").get_data(as_text=True)
        sign_up(event, person(left))


def test_errors_stand_beside_their_fields_and_all_that_was_typed_is_kept(client: CheckingClient, event: Event) -> None:
    answer = client.post(
        PAGE, data={"first_name": "Žofie", "email": "zofie@", "message": "Terve\nvaan", "phone": "kolme"}
    )
    assert answer.status_code == 422
    for words in (
        "Choose how you attend.",
        "Write your last name.",
        "name@example.org",
        "Write your organisation.",
        "phone",
    ):
        assert words in answer.text
    assert 'value="Žofie"' in answer.text
    assert "Terve\nvaan" in answer.text
    assert 'href="#admission-0"' in answer.text
    assert db.session.query(Registration).count() == 0


def test_nothing_is_ticked_beforehand_but_the_only_way_to_attend(client: CheckingClient, event: Event) -> None:
    ticked = re.findall(r"<input[^>]*\bchecked\b[^>]*>", client.get(PAGE).text)
    assert len(ticked) == 1
    assert 'name="admission"' in ticked[0]
    with_two = makers.event(
        event.organiser, slug="two",
        admissions=[Admission(name={"en": name}, mode=Mode.ON_SITE) for name in ("A", "B")],
    )  # fmt: skip
    assert "checked" not in client.get(f"/en/events/{with_two.slug}/registration").text


@pytest.mark.parametrize(
    "who",
    [
        Person("Åsa", "Öberg", "asa@example.org"),
        Person("Jean-Luc", "Mäki-Petäjä", "jean-luc@example.org"),
        Person("Máret Ánne", "Näkkäläjärvi-Demo", "maret@example.org"),
        Person("Žofie", "Šťastná", "zofie@example.org"),
        Person("Sinéad", "O'Neill", "o'neill@example.org"),
        Person("X", "Æ", "x@öljy.example.org"),
    ],
)
def test_any_name_is_a_name(client: CheckingClient, event: Event, who: Person) -> None:
    sent = filled_in(
        event,
        first_name=f"  {who.first_name} ",
        last_name=who.last_name,
        email=f" {who.email} ",
        organisation="A" * 200,
    )
    after = client.post(PAGE, data=sent, follow_redirects=True)
    assert "You are in" in after.text
    assert registered(event, who).name == who.name


@pytest.mark.parametrize("phone", ["040 123 4567", "+358401234567", "+46 (0)8-123 45 67", "040-1234567"])
def test_any_spacing_of_a_phone_number(client: CheckingClient, event: Event, phone: str) -> None:
    client.post(PAGE, data=filled_in(event, phone=phone))
    assert registered(event).phone == phone


def test_a_diet_needs_food_and_its_own_consent(client: CheckingClient, app: Flask) -> None:
    event = with_food()
    online = event.admissions[1].id
    assert "On site" in client.get(PAGE).text.split('id="food"')[1].split("</p>")[0]
    refused = client.post(PAGE, data=filled_in(event, diet="Vegaani"))
    assert "Tick this box, or leave the dietary requirements empty." in refused.text
    client.post(PAGE, data=filled_in(event, diet="Vegaani", diet_consent="y"))
    assert queries.needs(registered(event)) == {"diet": "Vegaani"}
    bertta = Person("Bertta", "Alatalo", "anna@example.org")
    client.post(PAGE, data=filled_in(event, first_name="Bertta", admission=online, diet="Vegaani"))
    assert queries.needs(registered(event, bertta)) == {}


def test_a_full_extra_can_not_be_chosen(client: CheckingClient, app: Flask) -> None:
    event = with_food()
    visit = event.extras[0].id
    client.post(PAGE, data=filled_in(event, extras=[visit]))
    page = client.get(PAGE).text
    assert "By bus. Full" in page
    assert re.search(r'<input[^>]*disabled[^>]*name="extras"', page)
    refused = client.post(PAGE, data=filled_in(event, first_name="Bertta", extras=[visit]))
    assert refused.status_code == 422
    assert "There are no places left: Site visit." in refused.text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"opens_at": datetime(2100, 1, 1, tzinfo=UTC)}, "opens"),
        ({"closes_at": datetime(2020, 1, 1, tzinfo=UTC)}, "closed"),
        ({"state": EventState.CANCELLED}, "cancelled"),
    ],
)
def test_a_closed_registration_shows_no_form(
    app: Flask, client: CheckingClient, facts: dict[str, object], words: str
) -> None:
    event = makers.event(makers.organiser(), **facts)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert words in page.text
    assert "first_name" not in page.text
    refused = client.post(PAGE, data=filled_in(event))
    assert refused.status_code == 422
    assert 'value="Alatalo"' in refused.text


def test_a_draft_does_not_exist(app: Flask, client: CheckingClient) -> None:
    makers.event(makers.organiser(), state=EventState.DRAFT)
    assert client.get(PAGE).status_code == 404
    assert client.get(f"{PAGE}/received").status_code == 404


def test_the_notice_and_its_version_stand_on_the_page(client: CheckingClient, event: Event) -> None:
    assert "Privacy notice, version" not in client.get(PAGE).text
    makers.saved(PrivacyNotice(organiser_id=event.organiser_id, version=3, text={"en": "We keep little."}))
    assert "Privacy notice, version 3" in client.get(PAGE).text
    client.post(PAGE, data=filled_in(event))
    assert registered(event).privacy_notice_version == 3


def test_photos_and_recording_are_told(client: CheckingClient, event: Event) -> None:
    assert "Photos" not in client.get(PAGE).text
    makers.event(event.organiser, slug="filmed", is_photographed=True, is_recorded=True, lists_participants=False)
    page = client.get("/en/events/filmed/registration").text
    assert "Photos and recording" in page
    assert "may_be_listed" not in page


def test_a_field_that_people_do_not_see_catches_machines(client: CheckingClient, event: Event) -> None:
    answer = client.post(PAGE, data=filled_in(event, website="https://spam.example"))
    assert answer.status_code == 422
    assert "should be empty" in answer.text
    assert "spam.example" not in answer.text
    assert 'value="Alatalo"' in answer.text


def test_a_form_that_comes_back_at_once_is_shown_again_with_all_kept(
    app: Flask, client: CheckingClient, event: Event
) -> None:
    app.config["ELMO_MINIMUM_FORM_SECONDS"] = 2.0
    with travel(datetime.now(UTC), tick=False):  # a slow machine must not look like a slow person
        started = re.search(r'name="started"[^>]*value="([^"]+)"', client.get(PAGE).text)
        assert started
        sent = filled_in(event, started=started[1])
        quick = client.post(PAGE, data=sent)
    assert quick.status_code == 422
    assert "was sent very quickly" in quick.text
    assert started[1] in quick.text
    with travel(datetime.now(UTC) + timedelta(seconds=3)):
        assert client.post(PAGE, data=sent).status_code == 302
    assert client.post(PAGE, data=filled_in(event, started="made up")).status_code == 422


def test_one_address_may_try_ten_times_at_one_event(client: CheckingClient, event: Event) -> None:
    with travel(datetime.now(UTC), tick=False):
        answers = [client.post(PAGE, data=filled_in(event)).status_code for _ in range(11)]
        assert answers == [302] * 10 + [429]
        assert client.post(PAGE, data=filled_in(event, email="other@example.org")).status_code == 302


def test_an_origin_has_its_own_limit(app: Flask, client: CheckingClient, event: Event) -> None:
    app.config["ELMO_SIGN_UPS_PER_ORIGIN"] = 2
    with travel(datetime.now(UTC), tick=False):
        answers = [
            client.post(PAGE, data=filled_in(event, email=f"p{number}@example.org")).status_code for number in range(3)
        ]
    assert answers == [302, 302, 429]


def test_the_page_after_it_is_for_this_browser_and_a_short_while(
    app: Flask, client: CheckingClient, event: Event
) -> None:
    client.post(PAGE, data=filled_in(event))
    assert app.test_client().get(f"{PAGE}/received").status_code == 302
    assert client.get(f"{PAGE}/received").status_code == 200
    with travel(datetime.now(UTC) + timedelta(hours=1)):
        assert client.get(f"{PAGE}/received").status_code == 302


def test_a_stranger_learns_nothing_about_who_has_signed_up(app: Flask, event: Event) -> None:
    """Known and unknown: the same answers, byte by byte, but for the name that was typed and the tokens."""
    big = makers.event(event.organiser, slug="big", places=10)
    with travel(datetime.now(UTC), tick=False):
        app.test_client().post("/en/events/big/registration", data=filled_in(big))
        registration = registered(big)
        known = _answers(app, big, ANNA)
        stranger = _answers(app, big, Person("Asta", "Alanen", "asta@example.org"))
    assert known == stranger
    assert registered(big).changed_at == registration.changed_at


def _answers(app: Flask, event: Event, who: Person) -> list[object]:
    client, page = app.test_client(), f"/en/events/{event.slug}/registration"
    sent = filled_in(event, first_name=who.first_name, last_name=who.last_name, email=who.email, organisation="X")
    answers = [client.post(page, data=sent), client.get(f"{page}/received")]
    return [
        (
            answer.status_code,
            sorted(
                (name, value)
                for name, value in answer.headers
                if name not in {"Set-Cookie", "X-Request-Id", "Content-Length"}
            ),
            answer.text.replace(who.first_name, "").replace(who.last_name, "").replace(who.email, ""),
        )
        for answer in answers
    ]
