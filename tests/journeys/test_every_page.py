"""Every kind of page, as everybody sees it: no dead links, valid HTML, and nothing that axe finds, at every width and light.

Each test is one kind of visitor, so that they run beside each other.
"""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from tests.servers import browser as browsers
from tests.servers import html_checker, web
from tests.servers.crawler import Crawl, crawl
from tests.servers.demo import PASSWORD, own_page
from tests.servers.visitor import Visitor

CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
         "resultTypes": ["violations"]}  # fmt: skip
WIDTHS, SCHEMES = (browsers.PHONE, browsers.DESKTOP), ("light", "dark")
VISITORS = {
    "anybody": "",
    "a participant": "",
    "a manager": "manager.keski-pohjanmaa@example.org",
    "a network administrator": "admin@example.org",
}


def visited(app: Flask, address: str, who: str) -> tuple[Crawl, Visitor]:
    visitor = Visitor(address)
    starts = ["/fi/", "/sv/", "/en/", "/", "/fi/sign-in", "/fi/forgotten-password", "/mailbox"]
    if who == "a participant":
        starts = [own_page(visitor)]
    elif VISITORS[who]:
        visitor.sign_in(VISITORS[who], PASSWORD)
        starts = ["/fi/organiser" if who == "a manager" else "/fi/network/organisers", "/fi/account"]
    return crawl(app, visitor, starts), visitor


@pytest.fixture(scope="module")
def crawls(demo_app: Flask, demo: web.Product) -> dict[str, tuple[Crawl, Visitor]]:
    return {}


def crawl_of(
    crawls: dict[str, tuple[Crawl, Visitor]], app: Flask, demo: web.Product, who: str
) -> tuple[Crawl, Visitor]:
    if who not in crawls:
        crawls[who] = visited(app, demo.address, who)
    return crawls[who]


@pytest.mark.parametrize("who", VISITORS)
def test_no_link_is_dead(
    crawls: dict[str, tuple[Crawl, Visitor]], demo_app: Flask, demo: web.Product, who: str
) -> None:
    found, _ = crawl_of(crawls, demo_app, demo, who)
    assert found.dead == {}
    assert len(found.one_of_each_kind()) >= 3


@pytest.mark.parametrize("who", VISITORS)
def test_every_page_is_valid_html(
    crawls: dict[str, tuple[Crawl, Visitor]], demo_app: Flask, demo: web.Product, who: str, tmp_path: Path
) -> None:
    if html_checker.checker() is None:
        pytest.skip("no Nu HTML checker here (it needs Java; set VNU_JAR to where vnu.jar is)")
    found, _ = crawl_of(crawls, demo_app, demo, who)
    # Letters use what mail programs understand, which is HTML of long ago.
    pages = {path: html for path, html in found.pages.items() if not found.kinds[path].endswith("letter")}
    complaints = html_checker.complaints(pages, tmp_path)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("who", VISITORS)
def test_axe_finds_nothing_and_nothing_overflows(
    crawls: dict[str, tuple[Crawl, Visitor]], demo_app: Flask, demo: web.Product, browser: Browser, who: str
) -> None:
    found, visitor = crawl_of(crawls, demo_app, demo, who)
    context = browser.new_context(reduced_motion="reduce")
    context.add_cookies(
        [{"name": name, "value": value, "url": demo.address} for name, value in visitor.cookies.items()]
    )
    complaints = [
        complaint
        for kind, path in found.one_of_each_kind().items()
        if not kind.endswith("letter")
        for complaint in looked_at(context, demo.address, path)
    ]
    context.close()
    assert not complaints, "\n".join(complaints)


def looked_at(context: BrowserContext, address: str, path: str) -> list[str]:
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{path}: console: {message.text}")
            if message.type == "error" else None)  # fmt: skip
    page.on("pageerror", lambda error: complaints.append(f"{path}: script: {error}"))
    page.goto(address + path)
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            complaints.append(f"{path}: wider than {width} px")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            rules = RULES if scheme == SCHEMES[0] else CONTRAST  # the rest is the same in any light
            complaints += [f"{path} ({width} px, {scheme}): {what}" for what in axe_says(page, rules)]
    page.close()
    return complaints


def axe_says(page: Page, rules: dict[str, Any]) -> list[str]:
    violations = page.evaluate("rules => axe.run(rules).then(found => found.violations)", rules)
    return [f"{rule['id']}: {node['html'][:160]}" for rule in violations for node in rule["nodes"][:3]]
