"""What whole stories need: a browser, the demo served by real processes, and a mail server."""

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from flask import Flask
from playwright.sync_api import Browser

from elmo_events import create_app
from elmo_events.demo.actions import Demo
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db, transaction
from tests.conftest import settings_in
from tests.servers import browser as browsers
from tests.servers import smtp, web

PATIENCE = 30
Found = TypeVar("Found")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if browsers.chromium() is None:
        pytest.skip("no Chromium on this machine (set CHROMIUM to where it is)")
    with browsers.running() as running:
        yield running


@pytest.fixture(scope="session")
def demo_settings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Settings of an instance that holds the demo."""
    settings = web.settings_for(settings_in(tmp_path_factory.mktemp("demo") / "instance"))
    app = create_app(**settings)
    with app.app_context():
        Base.metadata.create_all(db.engine)
        with transaction():
            for step in Demo(now()).steps():
                step()
        db.session.remove()
        db.engine.dispose()
    return settings


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


def waited_for(look: Callable[[], Found | None]) -> Found:
    """Look again and again until something is there."""
    end = time.monotonic() + PATIENCE
    while (found := look()) is None:
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
    return found
