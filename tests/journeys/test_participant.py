"""A participant, in a real browser at a phone's width, in Swedish, by keyboard alone; letters go to a real mail server."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from elmo_events import create_app
from elmo_events.events.models import Admission
from elmo_events.events.rules import Mode
from elmo_events.foundation.database import db
from elmo_events.registration.models import Registration
from tests import makers
from tests.conftest import settings_in
from tests.servers import smtp, web
from tests.servers.browser import PHONE
from tests.servers.demo import waited_for
from tests.servers.keyboard import Keyboard
from tests.servers.visitor import Visitor

ANNA, BERIT = "anna@example.org", "berit@example.org"
PAGE = "/sv/events/kiertotalous/registration"


@pytest.fixture
def settings(sqlite_template: Path, tmp_path: Path, mailroom: smtp.Mailroom) -> dict[str, Any]:
    """One event with a single place, with food."""
    instance = tmp_path / "instance"
    instance.mkdir()
    (instance / "elmo.db").write_bytes((sqlite_template / "elmo.db").read_bytes())
    settings = web.settings_for(settings_in(instance), **smtp.settings(mailroom))
    app = create_app(**settings)
    with app.app_context():
        makers.taxonomy()
        name = {"fi": "Paikan päällä", "sv": "På plats", "en": "On site"}
        admission = Admission(name=name, mode=Mode.ON_SITE, places=1, has_catering=True)
        makers.event(makers.organiser(), admissions=[admission])
        db.session.remove()
        db.engine.dispose()
    return settings


@pytest.fixture
def phone(browser: Browser, settings: dict[str, Any]) -> Iterator[Page]:
    with web.running(settings) as product:
        context = browser.new_context(
            base_url=product.address, viewport={"width": PHONE, "height": 844}, locale="sv-FI", has_touch=True
        )
        yield context.new_page()
        context.close()


def test_sign_up_change_and_cancel(phone: Page, settings: dict[str, Any], mailroom: smtp.Mailroom) -> None:
    keyboard = Keyboard(phone)
    sign_up(phone, keyboard)
    confirmation = letter(mailroom, ANNA, 1)
    check_confirmation(confirmation)
    join_the_line(settings["ELMO_BASE_URL"], mailroom)

    phone.goto(personal_link(confirmation))
    change(phone, keyboard)
    changed = letter(mailroom, ANNA, 2)
    assert calendar(changed)["sequence"] > calendar(confirmation)["sequence"]

    cancel(phone, keyboard)
    cancelled = calendar(letter(mailroom, ANNA, 3))
    assert (cancelled["uid"], cancelled["status"]) == (calendar(confirmation)["uid"], "CANCELLED")
    assert cancelled["sequence"] > calendar(changed)["sequence"]

    promotion = letter(mailroom, BERIT, 2)
    assert calendar(promotion)["status"] == "CONFIRMED"
    assert states(settings) == {ANNA: "cancelled", BERIT: "confirmed"}


def sign_up(page: Page, keyboard: Keyboard) -> None:
    """From the front page: event, form, and “you are in”. An error first, since people make them."""
    page.goto("/sv/")
    keyboard.press(page.locator("main a[href$='/events/kiertotalous']").first)
    keyboard.press(page.locator(f"a[href='{PAGE}']").first)
    keyboard.write(page.locator("#first_name"), "Anna")
    keyboard.write(page.locator("#email"), ANNA)
    keyboard.write(page.locator("#organisation"), "Malli Ab")
    keyboard.press(page.locator("main form button[type=submit]"))
    expect(page.locator("#error-summary")).to_be_focused()
    keyboard.press(page.locator("#error-summary a[href='#last_name']"))
    expect(page.locator("#last_name")).to_be_focused()
    expect(page.locator("#first_name")).to_have_value("Anna")
    keyboard.write(page.locator("#last_name"), "Öhman")
    keyboard.write(page.locator("#diet"), "Vegetarisk")
    keyboard.press(page.locator("#diet_consent"), "Space")
    keyboard.press(page.locator("main form button[type=submit]"))
    page.wait_for_url("**/registration/received")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.get_by_text(ANNA).first).to_be_visible()


def join_the_line(address: str, mailroom: smtp.Mailroom) -> None:
    person = {"first_name": "Berit", "last_name": "Ås", "email": BERIT, "organisation": "Malli Ab"}
    assert Visitor(address).fill_in(PAGE, person).status == 200
    assert "text/calendar" not in kinds(letter(mailroom, BERIT, 1)), "who waits has nothing in the calendar yet"


def change(page: Page, keyboard: Keyboard) -> None:
    keyboard.press(page.locator("a[href$='/details']"))
    keyboard.write(page.locator("#organisation"), "Annan Ab")
    keyboard.press(page.locator("main form button[type=submit]"))
    expect(page.get_by_text("Annan Ab")).to_be_visible()


def cancel(page: Page, keyboard: Keyboard) -> None:
    keyboard.press(page.locator("a[href$='/cancellation']"))
    keyboard.press(page.locator("main form button[type=submit]"))
    expect(page.locator(f"a[href='{PAGE}']").first).to_be_visible()


def letter(mailroom: smtp.Mailroom, address: str, number: int) -> EmailMessage:
    """The first, second, … that came to this address."""
    return waited_for(lambda: letters[number - 1] if len(letters := mailroom.to(address)) >= number else None)


def kinds(message: EmailMessage) -> set[str]:
    return {part.get_content_type() for part in message.walk()}


def check_confirmation(message: EmailMessage) -> None:
    assert kinds(message) >= {"text/plain", "text/html", "text/calendar"}
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "sv"
    assert "Verkstad om cirkulär ekonomi" in message["Subject"]
    assert "Vegetarisk" not in message.as_string(), "a diet does not travel by e-mail"


def personal_link(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    found = re.search(r"http://\S+/sv/registrations/[^\s/]+", body.get_content())
    assert found, body.get_content()
    return found.group()


def calendar(message: EmailMessage) -> dict[str, Any]:
    """What two parsers agree on."""
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    text = bytes(part.get_payload(decode=True)).decode()
    first = icalendar.Calendar.from_ical(text)
    event = first.walk("VEVENT")[0]
    second = vobject.readOne(text).vevent
    assert str(event["UID"]) == second.uid.value
    assert event["DTSTART"].dt == second.dtstart.value
    assert int(event["SEQUENCE"]) == int(second.sequence.value)
    return {"uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"])}


def states(settings: dict[str, Any]) -> dict[str, str]:
    app = create_app(**settings)
    with app.app_context():
        rows = db.session.execute(select(Registration.email, Registration.state)).all()
        db.session.remove()
        db.engine.dispose()
    return {email: str(state) for email, state in rows}
