"""`make screenshots`: the main pages on a phone and on a desktop, as small files in docs/screenshots/."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.servers import browser as browsers
from tests.servers import demo, web
from tests.servers.visitor import Visitor

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
SIZES = {"phone": (browsers.PHONE, 844, 1.5), "desktop": (browsers.DESKTOP, 900, 1)}
COLOURS = 200
MANAGER = "manager.pohjois-pohjanmaa@example.org"
MEETINGS_MANAGER = "manager.keski-pohjanmaa@example.org"
PARTICIPANT = "bridget.kivikallio@norrland.example.org"
MEETINGS_EVENT = "biojalostuksen-kumppanuuspaiva"


def main() -> int:
    if browsers.chromium() is None:
        print("No Chromium on this machine (set CHROMIUM to where it is).", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = demo.filled(Path(tempfile.mkdtemp(prefix="elmo-pictures-")))
    with web.running(settings) as product, browsers.running() as browser:
        own = demo.own_page(Visitor(product.address)).replace("/fi/", "/en/")
        for size in SIZES:
            take_public(browser, product.address, size, own)
            take_organisers(browser, product.address, size)
        take_meetings(browser, product.address)
        take_board(browser, product.address)
    return 0


def opened(browser: Browser, address: str, size: str) -> Page:
    width, height, scale = SIZES[size]
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, device_scale_factor=scale,
        reduced_motion="reduce", color_scheme="light", locale="en-GB",
    )  # fmt: skip
    return context.new_page()


def take_public(browser: Browser, address: str, size: str, own: str) -> None:
    page = opened(browser, address, size)
    keep(page, "/en/", f"front-{size}")
    keep(page, "/en/events", f"events-{size}")
    event = busiest_event(page)
    keep(page, event, f"event-{size}")
    keep(page, f"{event}/registration", f"sign-up-{size}")
    keep(page, own, f"registration-{size}")
    page.goto("/mailbox")
    letter = page.locator(".mailbox a").first.get_attribute("href")
    keep(page, f"{letter}/letter.html", f"letter-{size}")
    page.context.close()


def busiest_event(page: Page) -> str:
    """The first open event with a programme and several themes: the cluster training."""
    page.goto("/en/events?kind=cluster_training")
    return str(page.locator(".event-list a[href*='/en/events/']").first.get_attribute("href"))


def take_organisers(browser: Browser, address: str, size: str) -> None:
    page = opened(browser, address, size)
    sign_in(page, MANAGER)
    keep(page, "/en/organiser/events", f"organiser-events-{size}")
    event = fullest_event(page)
    keep(page, f"{event}/programme", f"editor-{size}")
    keep(page, f"{event}/attendees", f"attendees-{size}")
    page.locator("tbody a").first.click()
    keep(page, page.url, f"attendee-{size}")
    page.context.close()


def take_meetings(browser: Browser, address: str) -> None:
    """A participant: whom they could meet, and their day."""
    start = f"/en/events/{MEETINGS_EVENT}"
    phone = opened(browser, address, "phone")
    sign_in_by_link(phone, PARTICIPANT)
    keep(phone, f"{start}/agenda", "agenda-phone", scrolled_to=".agenda-meeting")
    desktop = opened(browser, address, "desktop")
    desktop.context.add_cookies(
        [{"name": known["name"], "value": known["value"], "url": address} for known in phone.context.cookies()]
    )
    keep(desktop, f"{start}/meetings/recommended", "recommended-desktop")
    for page in (phone, desktop):
        page.context.close()


def take_board(browser: Browser, address: str) -> None:
    """The organiser's timetable with its certificate, in the languages of the guides."""
    page = opened(browser, address, "desktop")
    sign_in(page, MEETINGS_MANAGER)
    link = str(page.get_by_role("link", name="Biorefining partner day").first.get_attribute("href"))
    event = "/".join(link.split("/")[:5])
    keep(page, f"{event}/meetings/board", "board-desktop")
    keep(page, f"{event}/meetings/board".replace("/en/", "/fi/"), "board-desktop-fi")
    page.context.close()


def sign_in(page: Page, email: str) -> None:
    page.goto("/en/sign-in")
    page.get_by_label("Email address").last.fill(email)
    page.get_by_label("Password", exact=True).fill(demo.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/organiser**")


def sign_in_by_link(page: Page, email: str) -> None:
    page.goto("/en/sign-in")
    page.locator("#link-email").fill(email)
    page.locator("form", has=page.locator("#link-email")).get_by_role("button").click()

    def link() -> str | None:
        page.goto("/mailbox")
        letter = page.locator(".mailbox a", has_text="Sign in").first
        if not letter.count():
            return None
        page.goto(f"{letter.get_attribute('href')}/letter.html")
        return page.locator("a[href*='/sign-in/']").first.get_attribute("href")

    page.goto(demo.waited_for(link))
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/registrations")


def fullest_event(page: Page) -> str:
    """The event whose attendee list is longest."""
    links = {str(link.get_attribute("href")) for link in page.locator("main a[href*='/organiser/events/']").all()}
    events = sorted({"/".join(link.split("/")[:5]) for link in links if link.split("/")[4].isdigit()})
    lengths = {}
    for event in events:
        page.goto(f"{event}/attendees")
        lengths[event] = page.locator("tbody tr").count()
    return max(lengths, key=lambda event: lengths[event])


def keep(page: Page, path: str, name: str, scrolled_to: str = "") -> None:
    answer = page.goto(path)
    assert answer is not None
    assert answer.ok, f"{path} answers {answer.status}"
    page.wait_for_load_state("networkidle")
    if scrolled_to:
        page.locator(scrolled_to).first.evaluate("element => scrollTo(0, element.offsetTop - 420)")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.relative_to(FOLDER.parents[1])} ({file.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    sys.exit(main())
