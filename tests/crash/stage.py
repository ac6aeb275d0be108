"""The stage: an instance on SQLite with full synchronisation, and an event with room for everybody."""

from pathlib import Path
from typing import Any

from elmo_events import create_app
from elmo_events.foundation.database import Base, db
from tests import makers
from tests.conftest import settings_in
from tests.servers import smtp, web

SLUG = "kiertotalous"


def staged(folder: Path, mailroom: smtp.Mailroom) -> dict[str, Any]:
    settings = web.settings_for(
        settings_in(folder / "instance"),
        ELMO_SQLITE_SYNCHRONOUS="FULL",
        ELMO_WEB_WORKERS=2,
        **smtp.settings(mailroom),
    )
    app = create_app(**settings)
    with app.app_context():
        Base.metadata.create_all(db.engine)
        makers.event(makers.organiser(), slug=SLUG, places=None)
        db.session.remove()
        db.engine.dispose()
    return settings
