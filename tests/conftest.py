"""One database of each kind for a test process, emptied by copying; the application on it; a client that checks its pages."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from elmo_events import create_app
from elmo_events.foundation.database import Base, db
from tests.client import CheckingClient
from tests.servers import postgres

DATABASES = os.environ.get("TEST_DATABASES", "sqlite,postgresql").split(",")
NOTHING_SKIPPED = "TEST_NOTHING_SKIPPED" in os.environ


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is installed (.ci/run), a test that skips itself has failed."""
    report = yield
    if NOTHING_SKIPPED and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Nothing may be skipped here: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _addresses_compiled_once() -> None:
    """Werkzeug compiles each address into a function, which takes 0.15 s for an application. The addresses are the same in
    every test's application, so that the functions may be too.
    """
    compile_afresh = Rule._compile_builder
    compiled: dict[tuple[str, str, bool], Any] = {}

    def compile_once(rule: Rule, append_unknown: bool = True) -> Any:
        key = (rule.endpoint, rule.rule, append_unknown)
        if key not in compiled:
            compiled[key] = compile_afresh(rule, append_unknown)
        return compiled[key]

    Rule._compile_builder = compile_once  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with an empty SQLite database; each test gets a copy."""
    folder = tmp_path_factory.mktemp("sqlite")
    app = create_app(**settings_in(folder))
    with app.app_context():
        Base.metadata.create_all(db.engine)
        db.engine.dispose()
    return folder


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str) -> Iterator[str]:
    """The address of the PostgreSQL server that all test processes of this run share."""
    with postgres.running(Path(tempfile.gettempdir()) / f"elmo-postgres-{testrun_uid}") as server:
        yield server


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """The address of a database with all tables, of this test process alone."""
    address = postgres.make_database(postgres_server, f"elmo_{worker_id}")
    app = create_app(**settings_in(tmp_path_factory.mktemp("postgres")) | {"ELMO_DATABASE_URL": address})
    with app.app_context():
        Base.metadata.create_all(db.engine)
        db.engine.dispose()
    return address


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """Settings that point at an empty database of each kind."""
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("sqlite_template"), tmp_path / "instance")
        yield settings_in(tmp_path / "instance")
        return
    address = request.getfixturevalue("postgres_database")
    yield settings_in(tmp_path / "instance") | {"ELMO_DATABASE_URL": address}
    postgres.empty(address, [table.name for table in Base.metadata.sorted_tables])


@pytest.fixture(params=DATABASES)
def bare_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """Settings that point at a database of each kind without a single table."""
    settings = settings_in(tmp_path / "instance")
    if request.param == "sqlite":
        yield settings
        return
    server, name = request.getfixturevalue("postgres_server"), f"elmo_{uuid.uuid4().hex[:12]}"
    yield settings | {"ELMO_DATABASE_URL": postgres.make_database(server, name)}
    postgres.drop_database(server, name)


@pytest.fixture
def app(database: dict[str, Any]) -> Iterator[Flask]:
    application = create_app(**database)
    application.test_client_class = CheckingClient
    with application.app_context():
        yield application
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> CheckingClient:
    return app.test_client()  # type: ignore[return-value]


def settings_in(instance: Path) -> dict[str, Any]:
    return {
        "ELMO_MODE": "demo",
        "ELMO_INSTANCE": str(instance),
        "ELMO_BASE_URL": "http://localhost",
        "ELMO_MINIMUM_FORM_SECONDS": 0.0,
        "ELMO_LOG_LEVEL": "ERROR",
        "ELMO_SQLITE_SYNCHRONOUS": "OFF",
        "ELMO_DATABASE_URL": "",
        "MAIL_SERVER": "",
        "TESTING": True,
        "WTF_CSRF_ENABLED": False,
    }
