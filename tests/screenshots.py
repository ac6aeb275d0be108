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
    return str(page.locator("main a[href*='/en/events/']").first.get_attribute("href"))


def take_organisers(browser: Browser, address: str, size: str) -> None:
    page = opened(browser, address, size)
    page.goto("/en/sign-in")
    page.get_by_label("Email address").last.fill(MANAGER)
    page.get_by_label("Password", exact=True).fill(demo.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/organiser**")
    keep(page, "/en/organiser/events", f"organiser-events-{size}")
    event = fullest_event(page)
    keep(page, f"{event}/programme", f"editor-{size}")
    keep(page, f"{event}/attendees", f"attendees-{size}")
    page.locator("tbody a").first.click()
    keep(page, page.url, f"attendee-{size}")
    page.context.close()


def fullest_event(page: Page) -> str:
    """The event whose attendee list is longest."""
    links = {str(link.get_attribute("href")) for link in page.locator("main a[href*='/organiser/events/']").all()}
    events = sorted({"/".join(link.split("/")[:5]) for link in links if link.split("/")[4].isdigit()})
    lengths = {}
    for event in events:
        page.goto(f"{event}/attendees")
        lengths[event] = page.locator("tbody tr").count()
    return max(lengths, key=lambda event: lengths[event])


def keep(page: Page, path: str, name: str) -> None:
    answer = page.goto(path)
    assert answer is not None
    assert answer.ok, f"{path} answers {answer.status}"
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file = FOLDER / f"{name}.png"
    picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, optimize=True)
    print(f"{file.relative_to(FOLDER.parents[1])} ({file.stat().st_size // 1024} KB)")


if __name__ == "__main__":
    sys.exit(main())
