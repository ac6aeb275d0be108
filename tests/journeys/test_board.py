"""The organiser's board in a real browser: a meeting is moved by drag, by keyboard, and where no script runs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from elmo_events import create_app
from elmo_events.accounts.rules import hash_password
from elmo_events.foundation.database import db, transaction
from tests.conftest import settings_in
from tests.matchmaking.planned import agreed, day
from tests.servers import web
from tests.servers.browser import DESKTOP
from tests.servers.demo import PASSWORD
from tests.servers.keyboard import Keyboard


@pytest.fixture
def settings(sqlite_template: Path, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """A day with four people, three agreed meetings that wait, three slots and two tables."""
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "elmo.db").write_bytes((sqlite_template / "elmo.db").read_bytes())
    made = web.settings_for(settings_in(tmp_path / "instance"))
    with create_app(**made).app_context():
        today = day(slot_count=3)
        agreed(today, (0, 1), (2, 3), (0, 2))
        with transaction():
            today.organiser.password_hash = hash_password(PASSWORD)
        db.session.remove()
        db.engine.dispose()
    with web.serving(made, "elmo_events:create_app"):
        yield made


def signed_in(browser: Browser, settings: dict[str, Any]) -> BrowserContext:
    context = browser.new_context(
        base_url=settings["ELMO_BASE_URL"], viewport={"width": DESKTOP, "height": 900}, locale="en"
    )
    page = context.new_page()
    page.goto("/en/sign-in")
    page.locator("#email").fill("editor@example.org")
    page.locator("#password").fill(PASSWORD)
    page.locator("form", has=page.locator("#password")).locator("button[type=submit]").click()
    page.wait_for_url("**/organiser**")
    return context


def board(page: Page) -> Page:
    page.goto("/en/organiser/events/1/meetings/board")
    return page


def cell(page: Page, slot: int, table: int) -> Locator:
    return page.locator(f"table.board tbody tr:nth-child({slot}) td:nth-of-type({table})")


def test_a_meeting_is_moved_by_drag_by_keyboard_and_without_script(browser: Browser, settings: dict[str, Any]) -> None:
    context = signed_in(browser, settings)
    page = board(context.pages[0])
    drag(page)
    by_keyboard(page)
    state = context.storage_state()
    context.close()
    plain = browser.new_context(base_url=settings["ELMO_BASE_URL"], storage_state=state, java_script_enabled=False)
    without_script(plain.new_page())
    plain.close()


def drag(page: Page) -> None:
    """What is dropped on a free place stays there, pinned; a place where one of the two meets already takes nothing."""
    card = page.locator(".board-waiting .card", has_text="Bo Mäki")
    card.drag_to(cell(page, 1, 1))
    expect(cell(page, 1, 1)).to_contain_text("Bo Mäki")
    expect(cell(page, 1, 1)).to_contain_text("Pinned")
    page.locator(".board-waiting .card", has_text="Aino Mäki").drag_to(cell(page, 1, 2))
    expect(cell(page, 1, 2)).to_be_empty()


def by_keyboard(page: Page) -> None:
    """From the board to the meeting's own page, which says what is in the way, and to a slot where nothing is."""
    keyboard = Keyboard(board(page))
    keyboard.press(page.locator(".board-waiting .card", has_text="Aino Mäki").get_by_role("link"))
    page.wait_for_url("**/board/*")
    expect(page.get_by_text("Aino Mäki meets Bo Mäki then.")).to_be_visible()
    keyboard.press(page.locator("input[name=slot]").nth(1), "Space")
    keyboard.press(page.get_by_role("button", name="Put it there"))
    page.wait_for_url("**/board")
    expect(cell(page, 2, 1)).to_contain_text("Aino Mäki")


def without_script(page: Page) -> None:
    """A table that is taken is refused in words, and another place is not; what was pinned before stands where it stood."""
    board(page).locator(".board-waiting .card", has_text="Daavid Mäki").get_by_role("link").click()
    page.locator("label[for=slot-0]").click()
    page.locator("select[name=table]").select_option(index=1)
    page.get_by_role("button", name="Put it there").click()
    expect(page.locator("main")).to_contain_text("The table is taken by Aino Mäki – Bo Mäki.")
    page.locator("label[for=slot-2]").click()
    page.get_by_role("button", name="Put it there").click()
    expect(cell(page, 3, 1)).to_contain_text("Daavid Mäki")
    expect(cell(page, 1, 1)).to_contain_text("Bo Mäki")
    expect(cell(page, 1, 1)).to_contain_text("Pinned")
