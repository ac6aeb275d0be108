"""The application, made once for the tests of a process on one kind of database.

Making it, its templates and its statements again for each test took half of the time of all tests. Whatever belongs to one
test is as new in each: settings, instance, database, jobs, counters, and what the application remembers.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from flask import Flask
from sqlalchemy import Engine

from elmo_events import config, create_app
from elmo_events.foundation import jobs, lemmas, rate_limits, rendered_pages
from elmo_events.foundation.database import db
from elmo_events.foundation.queue_lock import QueueLock
from elmo_events.mail.transport import mail
from tests.client import CheckingClient


class Applications:
    """One for each address of a database. SQLite files are found through a link, since addresses must last too."""

    def __init__(self, folder: Path) -> None:
        self._link = folder / "instance"
        self._known: dict[str, Application] = {}

    @contextmanager
    def running(self, settings: Mapping[str, Any]) -> Iterator[Flask]:
        """One as if it had just been made with these settings; inside of its context."""
        address = settings["ELMO_DATABASE_URL"] or f"sqlite:///{self._link}/elmo.db"
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(settings["ELMO_INSTANCE"])
        if address not in self._known:
            self._known[address] = Application({**settings, "ELMO_DATABASE_URL": address})
        with self._known[address].as_new(settings) as app:
            yield app


class Application:
    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._app = create_app(**settings)
        self._app.test_client_class = CheckingClient
        self._config = dict(self._app.config)
        with self._app.app_context():
            self._engine = db.engine

    @contextmanager
    def as_new(self, settings: Mapping[str, Any]) -> Iterator[Flask]:
        self._app.config.clear()
        self._app.config.update(self._config)
        config.configure(self._app, settings)
        with self._app.app_context():
            self._forget()
            try:
                yield self._app
            finally:
                db.session.remove()
                db.engine.dispose()

    def _forget(self) -> None:
        for part in (jobs, lemmas, rate_limits, rendered_pages):
            part.register(self._app)
        mail.init_app(self._app)
        # What is remembered of a database goes with its engine. The new one only knows the statements of the old.
        cast(dict[str | None, Engine], db.engines)[None] = self._engine.execution_options()
        if "queue_lock" in self._app.extensions:
            self._app.extensions["queue_lock"] = QueueLock(f"{self._app.config['ELMO_INSTANCE']}/writers.lock")
