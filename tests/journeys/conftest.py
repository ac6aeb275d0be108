"""What whole stories need: a browser, the demo served by real processes, and a mail server."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser

from elmo_events import create_app
from tests.servers import browser as browsers
from tests.servers import demo as demos
from tests.servers import smtp, web


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if browsers.chromium() is None:
        pytest.skip("no Chromium on this machine (set CHROMIUM to where it is)")
    with browsers.running() as running:
        yield running


@pytest.fixture(scope="session")
def demo_settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return demos.filled(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def demo_app(demo_settings: dict[str, Any]) -> Flask:
    """The application on the same instance, to look things up."""
    return create_app(**demo_settings)


@pytest.fixture(scope="session")
def mailroom() -> Iterator[smtp.Mailroom]:
    with smtp.running() as running:
        yield running


@pytest.fixture(scope="session")
def demo(demo_settings: dict[str, Any]) -> Iterator[web.Product]:
    """The demo with its mailbox."""
    with web.running(demo_settings) as product:
        yield product
