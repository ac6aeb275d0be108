"""The demo, for stories and pictures."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from elmo_events import create_app
from elmo_events.demo.actions import Demo
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db, transaction
from tests.conftest import settings_in
from tests.servers import web
from tests.servers.crawler import links_in
from tests.servers.visitor import Visitor

PASSWORD = "elmo-demo"
PATIENCE = 30
Found = TypeVar("Found")


def filled(folder: Path) -> dict[str, Any]:
    """Settings of an instance in this folder that holds the demo."""
    settings = web.settings_for(settings_in(folder / "instance"))
    app = create_app(**settings)
    with app.app_context():
        Base.metadata.create_all(db.engine)
        with transaction():
            for step in Demo(now()).steps():
                step()
        db.session.remove()
        db.engine.dispose()
    return settings


def waited_for(look: Callable[[], Found | None]) -> Found:
    """Look again and again until something is there."""
    end = time.monotonic() + PATIENCE
    while (found := look()) is None:
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
    return found


def own_page(visitor: Visitor) -> str:
    """Sign up for the first event that asks for no more than a name, and follow the link in the letter."""
    events = [path for path in links_in(visitor.get("/fi/events").text, "/fi/events") if path.count("/") == 3]
    links = [path for event in events for path in links_in(visitor.get(event).text, event)]
    forms = [path for path in links if path.endswith("/registration")]
    person = {"first_name": "Åsa", "last_name": "Öhman", "email": "asa@example.org", "organisation": "Malli Oy"}
    assert any(visitor.fill_in(form, person).status == 200 for form in forms)

    def link() -> str | None:
        letters = [path for path in links_in(visitor.get("/mailbox").text, "/mailbox") if path[-1].isdigit()]
        for letter in letters[:5]:
            for path in links_in(visitor.get(f"{letter}/letter.html").text.replace(visitor.address, ""), letter):
                if "/registrations/" in path:
                    return path
        return None

    return waited_for(link)
