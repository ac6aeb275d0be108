"""How long does some work of ours take, by the clock and of the processor? On a busy machine only the second says something."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy import event as events

from elmo_events import create_app
from elmo_events.accounts.models import Account
from elmo_events.foundation.database import Base, db
from tests.benchmarks.report import Report
from tests.conftest import settings_in
from tests.servers import postgres

TRIES = 7
_statements: list[int] = []


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, seconds of our processor, and SQL statements; the median of some tries each."""

    clock: float
    processor: float
    statements: int = 0


def spent(work: Callable[[], Any], tries: int = 1) -> Spent:
    found = [_once(work) for _ in range(tries)]
    return Spent(
        median(one.clock for one in found),
        median(one.processor for one in found),
        round(median(one.statements for one in found)),
    )


@events.listens_for(Engine, "before_cursor_execute")
def _count(*rest: Any) -> None:
    _statements.append(1)


def _once(work: Callable[[], Any]) -> Spent:
    _statements.clear()
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor, len(_statements))


@dataclass(frozen=True)
class Bench:
    """Where figures are told, each beside the CPU of a request to a one-line view (`hello`)."""

    report: Report
    hello: float

    def at_most(self, name: str, work: Callable[[], Any], aim: float, tries: int = 1, warm: bool = True) -> None:
        """`aim` in milliseconds by the clock."""
        if warm:
            work()
        found = spent(work, tries)
        more = f"(CPU {found.processor * 1000:.1f} ms = {found.processor / self.hello:.0f} hello"
        self.report.at_most(name, found.clock * 1000, aim, "ms", f"{more}, {found.statements} statements)")


class Reader:
    """Somebody who is signed in and opens pages, in our own process."""

    def __init__(self, app: Flask, account: Account) -> None:
        self._app = app
        self._client = app.test_client()
        with self._client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = account.get_id(), True

    def get(self, path: str) -> str:
        with self._app.app_context():
            answer = self._client.get(path)
            assert answer.status_code == 200, (path, answer.status)
            return answer.get_data(as_text=True)

    def opens(self, path: str) -> Callable[[], str]:
        return lambda: self.get(path)


@contextmanager
def product(address: str = "") -> Iterator[tuple[Flask, dict[str, Any]]]:
    """The product on an empty database, SQLite as safe as in production, or the one at this address; and its settings."""
    with tempfile.TemporaryDirectory(prefix="elmo-bench-", dir=Path.cwd()) as folder:
        safe = {"ELMO_SQLITE_SYNCHRONOUS": "FULL", "ELMO_DATABASE_URL": address}
        settings = settings_in(Path(folder) / "instance") | safe
        app = create_app(**settings)
        with app.app_context():
            Base.metadata.create_all(db.engine)
            yield app, settings
            db.session.remove()
            Base.metadata.drop_all(db.engine)
            db.engine.dispose()


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Addresses by name; PostgreSQL as it comes in a wheel, without regard for power cuts. TEST_DATABASES chooses."""
    wanted = os.environ.get("TEST_DATABASES", "sqlite,postgresql").split(",")
    found = {"SQLite": ""} if "sqlite" in wanted else {}
    if "postgresql" not in wanted:
        yield found
        return
    with (
        tempfile.TemporaryDirectory(prefix="elmo-bench-") as folder,
        postgres.running(Path(folder) / "postgres") as server,
    ):
        yield found | {"PostgreSQL": postgres.make_database(server, "elmo_bench")}
