"""Three people of three languages and an organiser, each with a browser of their own, their letters, and time that passes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any, NamedTuple

import icalendar
import vobject
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from elmo_events import create_app
from elmo_events.accounts.rules import hash_password
from elmo_events.events.models import Event, Part
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Meeting
from elmo_events.timetable.models import Block, Slot
from tests import makers, meeting_makers
from tests.servers import smtp
from tests.servers.demo import PASSWORD, waited_for

EVENT = "kiertotalous"
ORGANISER = "editor@example.org"


class Statement(NamedTuple):
    direction: str
    title: str


@dataclass(frozen=True)
class Someone:
    """Who they are, their language, what they tell of themselves, and where they come from."""

    first_name: str
    last_name: str
    language: str
    organisation: str
    region: str
    statement: Statement

    @property
    def email(self) -> str:
        return f"{self.first_name.lower()}@example.org"

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def path(self, rest: str) -> str:
        return f"/{self.language}/events/{EVENT}{rest}"


AINO = Someone("Aino", "Mäki", "fi", "Sivuvirta Oy", "19", Statement("need", "Biohiilen koekäyttö sivuvirroille"))
BRITTA = Someone("Britta", "Åkers", "sv", "Pyrolys Ab", "16", Statement("offer", "Testlinje för biokol"))
CARL = Someone("Carl", "Moore", "en", "Char Lab Ltd", "16", Statement("offer", "Laboratory for biochar"))


def prepare(settings: Mapping[str, Any]) -> int:
    """An event for which the three have registered, and whose organiser has a password; the event's id."""
    app = create_app(**settings)
    with app.app_context():
        makers.taxonomy()
        council = makers.organiser()
        makers.member(council, ORGANISER, password_hash=hash_password(PASSWORD))
        event = makers.event(council)
        for who in (AINO, BRITTA, CARL):
            meeting_makers.registration(
                event, who.email, who.first_name, who.last_name, organisation=who.organisation, language=who.language
            )
        number = int(event.id)
        close()
    return number


def let_time_pass(settings: Mapping[str, Any], event_id: int, until_first_slot: timedelta) -> None:
    """Move the event, its slots and what people were told of them: from now to its first slot it is so long."""
    app = create_app(**settings)
    with app.app_context():
        with transaction():
            slots = list(db.session.scalars(select(Slot).where(Slot.event_id == event_id).order_by(Slot.starts_at)))
            shift = datetime.now(UTC) + until_first_slot - slots[0].starts_at
            spans = [*slots, *db.session.scalars(select(Part).where(Part.event_id == event_id))]
            spans += db.session.scalars(select(Block).where(Block.event_id == event_id))
            for row in [db.session.get_one(Event, event_id), *spans]:
                row.starts_at, row.ends_at = row.starts_at + shift, row.ends_at + shift
            for meeting in db.session.scalars(select(Meeting).where(Meeting.event_id == event_id)):
                if meeting.told_starts_at and meeting.told_ends_at:
                    meeting.told_starts_at += shift
                    meeting.told_ends_at += shift
        close()


def close() -> None:
    db.session.remove()
    db.engine.dispose()


def send_button(page: Page) -> Locator:
    """The button that sends the page's main form."""
    return page.locator("main form button[type=submit]").first


def sign_in(page: Page, who: Someone, mailroom: smtp.Mailroom) -> None:
    """By the link in a letter, which signs nobody in before its button is pressed."""
    page.goto(f"/{who.language}/sign-in")
    page.locator("#link-email").fill(who.email)
    page.locator("form", has=page.locator("#link-email")).locator("button[type=submit]").click()
    page.goto(link(letter(mailroom, who, "/sign-in/"), "/sign-in/"))
    send_button(page).click()
    expect(page.locator("html")).to_have_attribute("lang", who.language)


def tell(page: Page, who: Someone) -> None:
    """Make a profile with one offer or need, and join the meetings."""
    page.goto(f"/{who.language}/profile/details")
    expect(page.locator("#last_name")).to_have_value(who.last_name)
    expect(page.locator("#organisation")).to_have_value(who.organisation)
    page.locator("#organisation_type").select_option(index=1)
    page.locator("#region").select_option(who.region)
    send_button(page).click()
    page.goto(f"/{who.language}/profile/statements/new/{who.statement.direction}")
    page.locator("#kind").select_option("technology")
    page.locator(f"#title-{who.language}").fill(who.statement.title)
    send_button(page).click()
    expect(page.get_by_role("heading", name=who.statement.title)).to_be_visible()
    page.goto(who.path("/meetings/join"))
    expect(page.locator("main .stated")).to_contain_text(who.statement.title)
    send_button(page).click()
    page.wait_for_url(f"**{who.path('/meetings')}")


def letter(mailroom: smtp.Mailroom, who: Someone, holds: str) -> EmailMessage:
    """The letter to somebody that holds this text or part of an address, in their language."""
    found = waited_for(lambda: next((each for each in mailroom.to(who.email) if holds in text(each)), None))
    assert found["Content-Language"] == who.language
    return found


def text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    return body.get_content() if body else ""


def link(message: EmailMessage, holds: str) -> str:
    found = re.search(rf"http://\S*{re.escape(holds)}\S*", text(message))
    assert found, text(message)
    return found.group()


def in_calendar(written: str) -> list[tuple[str, str]]:
    """Summary and status of each entry, in order of time, as two parsers read them."""
    first = sorted(icalendar.Calendar.from_ical(written).walk("VEVENT"), key=lambda event: event["DTSTART"].dt)
    second = sorted(vobject.readOne(written).vevent_list, key=lambda event: event.dtstart.value)
    read = [(str(event["SUMMARY"]), str(event.get("STATUS", "")), event["DTSTART"].dt) for event in first]
    assert read == [
        (event.summary.value, event.status.value if hasattr(event, "status") else "", event.dtstart.value)
        for event in second
    ]
    return [(summary, status) for summary, status, _starts_at in read]
