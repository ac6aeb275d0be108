"""The product with its locks switched off: the control of every test that says places are never exceeded."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from elmo_events import create_app as create_real_app
from elmo_events.foundation import database


def no_lock(row: object) -> None:
    """Nobody waits for anybody."""


@contextmanager
def no_queue() -> Iterator[None]:
    yield


def begin_deferred(  # noqa: PLR0917  SQLAlchemy's own signature
    connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool
) -> tuple[str, Any]:
    """As SQLite does by itself: two may read the same number of places before either writes."""
    return ("BEGIN" if statement == "BEGIN IMMEDIATE" else statement), parameters


def create_app(**overrides: Any) -> Flask:
    database.lock = no_lock  # features that are imported after this take it for the real one
    database._turn_to_write = no_queue
    app = create_real_app(**overrides)
    with app.app_context():
        event.listen(database.db.engine, "before_cursor_execute", begin_deferred, retval=True)
    return app
