"""The event editor in a real browser: rows without a round trip, the Enter key, a warning before what was typed is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.servers import web

PASSWORD = "elmo-demo"


@pytest.fixture
def editor(browser: Browser, demo: web.Product) -> Iterator[Page]:
    """Signed in, on the programme of a new draft."""
    page = browser.new_page(base_url=demo.address)
    page.goto("/en/sign-in")
    page.get_by_label("Email address").last.fill("editor.lappi@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/en/organiser/events/new")
    page.get_by_label("English").fill("Steps to a cluster")
    page.get_by_label("Day", exact=True).fill("2031-03-05")
    page.get_by_role("button", name="Create the draft").click()
    page.get_by_role("link", name="Programme", exact=True).click()
    yield page
    page.close()


def add_session(page: Page, title: str, ends: str) -> None:
    page.get_by_role("button", name="Add a session").click()
    row = page.locator(".row-card").last
    row.get_by_label("Ends").fill(ends)
    row.get_by_label("English").first.fill(title)


def test_rows_follow_each_other_and_the_enter_key_saves(editor: Page) -> None:
    add_session(editor, "Opening", "9.45")
    first = editor.locator(".row-card").last
    expect(first.get_by_label("Starts")).to_have_value("9:00")
    add_session(editor, "Coffee", "10.15")
    second = editor.locator(".row-card").last
    expect(second.get_by_label("Day", exact=True)).to_have_value("2031-03-05")
    expect(second.get_by_label("Starts")).to_have_value("9.45")
    second.get_by_label("English").first.press("Enter")
    expect(editor.get_by_text("Saved.")).to_be_visible()
    expect(editor.locator(".row-card")).to_have_count(2)
    editor.get_by_role("button", name="Remove Session 1").click()
    expect(editor.locator(".row-card")).to_have_count(1)


def test_leaving_with_unsaved_changes_is_warned_of(editor: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    editor.on("dialog", stay)
    editor.get_by_role("link", name="Texts", exact=True).click()
    expect(editor.get_by_role("heading", name="Texts")).to_be_visible()
    assert asked == [], "nothing was changed"
    editor.get_by_label("English").first.fill("What we do")
    editor.get_by_role("link", name="Programme", exact=True).click()
    expect(editor.get_by_role("heading", name="Programme")).to_be_visible()
    assert asked == ["beforeunload"]
