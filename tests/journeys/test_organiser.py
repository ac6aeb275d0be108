"""An organiser, in a real browser: an event in two languages from draft to list, and the list in other people's programs."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.servers import office, web
from tests.servers.browser import DESKTOP
from tests.servers.visitor import Visitor

EVIL = '=HYPERLINK("http://attacker.example","Click")'
PEOPLE = [("Anna", "Öhman", "Malli Oy"), ("Berit", "Åkerman", EVIL), ("Cecilia", "Aalto", "Yliopisto")]
TITLES = {"fi": "Biohiilen aamu", "sv": "En morgon om biokol"}


@pytest.fixture
def desk(browser: Browser, demo: web.Product) -> Iterator[Page]:
    context = browser.new_context(
        base_url=demo.address, viewport={"width": DESKTOP, "height": 900}, accept_downloads=True
    )
    page = context.new_page()
    page.goto("/en/sign-in")
    page.get_by_label("Email address").last.fill("editor.keski-pohjanmaa@example.org")
    page.get_by_label("Password", exact=True).fill("elmo-demo")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name="New event").first).to_be_visible()
    yield page
    context.close()


def test_from_draft_to_list(desk: Page, demo: web.Product, tmp_path: Path) -> None:
    public_page = publish(desk)
    for first_name, last_name, organisation in PEOPLE:
        sign_up(demo.address, public_page, first_name, last_name, organisation)
    desk.get_by_role("link", name="Attendees", exact=True).click()
    expect(desk.locator("tbody tr")).to_have_count(len(PEOPLE))
    files = {kind: export(desk, name, tmp_path) for kind, name in {"xlsx": "Excel", "csv": "CSV"}.items()}
    check_workbook(files["xlsx"])
    check_csv(files["csv"])
    filter_by_name(desk)


def publish(page: Page) -> str:
    """Make an event with the least that a bilingual council must say; the address of its public page."""
    page.get_by_role("link", name="New event").first.click()
    for language, title in TITLES.items():
        page.locator(f"#title-{language}").fill(title)
    page.get_by_label("Day", exact=True).fill("2031-03-05")
    page.get_by_label("City or municipality").fill("Kokkola")
    page.get_by_role("button", name="Create the draft").click()
    page.locator("#summary-fi").fill("Mitä biohiilellä tehdään.")
    page.locator("#summary-sv").fill("Vad man gör av biokol.")
    save(page)
    page.locator(".editor-menu a", has_text="Dates and place").click()
    page.locator("#venue").fill("Kaupungintalo")
    save(page)
    page.get_by_role("link", name="Publish", exact=True).click()
    expect(page.get_by_text("Everything required is there")).to_be_visible()
    page.get_by_role("button", name="Publish the event").click()
    address = page.locator(".share-links a[hreflang=fi]").get_attribute("href")
    assert address
    return address


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Saved.")).to_be_visible()


def sign_up(address: str, public_page: str, first_name: str, last_name: str, organisation: str) -> None:
    person = {
        "first_name": first_name, "last_name": last_name, "organisation": organisation,
        "email": f"{first_name.lower()}@example.org",
    }  # fmt: skip
    answer = Visitor(address).fill_in(public_page.removeprefix(address) + "/registration", person)
    assert answer.path.endswith("/received"), answer.text


def export(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("link", name=f"Export to {name}").click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def check_workbook(path: Path) -> None:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert sheet.freeze_panes is not None
    assert {cell.value for cell in cells} >= {"Öhman", "Åkerman", "Aalto", EVIL}
    assert next(cell for cell in cells if cell.value == EVIL).data_type == "s", "text, not a formula"
    if office.calc() is None:
        pytest.skip("no LibreOffice Calc on this machine: the list was opened with openpyxl only")
    seen = rows(office.opened_as(path, "csv", path.parent))
    assert any("Öhman" in row for row in seen)
    assert len(seen) >= len(PEOPLE) + 1


def check_csv(path: Path) -> None:
    """Defused with an apostrophe, as OWASP advises: no program takes it for a formula."""
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    values = [value for row in rows(path) for value in row]
    assert EVIL not in values
    assert f"'{EVIL}" in values
    if office.calc() is not None:
        sheet = openpyxl.load_workbook(office.opened_as(path, "xlsx", path.parent)).active
        assert sheet is not None
        assert [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=";" if ";" in path.read_text("utf-8-sig").splitlines()[0] else ","))


def filter_by_name(page: Page) -> None:
    """å after z: a search finds the one person, whatever the case."""
    page.get_by_role("searchbox").fill("åkerman")
    page.get_by_role("button", name="Show").first.click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("Berit")
