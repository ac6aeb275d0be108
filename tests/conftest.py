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

from elmo_events import create_app
from elmo_events.foundation.database import Base, db
from tests.client import CheckingClient
from tests.servers import postgres, quick
from tests.servers.application import Applications

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long stories first: one process tells them all, with one demo and one browser, while the others do the rest."""
    items.sort(key=lambda item: "journeys" not in item.path.parts)


@pytest.fixture(scope="session", autouse=True)
def _quick() -> None:
    quick.compile_addresses_once()
    quick.look_for_rubbish_seldom()


@pytest.fixture(scope="session")
def empty_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance with keys and queue, without a database; each test gets a copy."""
    folder = tmp_path_factory.mktemp("instance")
    create_app(**settings_in(folder))
    return folder


@pytest.fixture(scope="session")
def sqlite_template(empty_instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with an empty SQLite database."""
    folder = copy_of(empty_instance, tmp_path_factory.mktemp("sqlite") / "instance")
    with create_app(**settings_in(folder)).app_context():
        Base.metadata.create_all(db.engine)
        db.engine.dispose()
    return folder


@pytest.fixture(scope="session")
def postgres_server(testrun_uid: str) -> Iterator[str]:
    """The address of the PostgreSQL server that all test processes of this run share."""
    with postgres.running(Path(tempfile.gettempdir()) / f"elmo-postgres-{testrun_uid}") as server:
        yield server


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str, empty_instance: Path, worker_id: str) -> str:
    """The address of a database with all tables, of this test process alone."""
    address = postgres.make_database(postgres_server, f"elmo_{worker_id}")
    with create_app(**settings_in(empty_instance) | {"ELMO_DATABASE_URL": address}).app_context():
        Base.metadata.create_all(db.engine)
        db.engine.dispose()
    return address


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, empty_instance: Path, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """Settings that point at an empty database of each kind."""
    if request.param == "sqlite":
        yield settings_in(copy_of(request.getfixturevalue("sqlite_template"), tmp_path / "instance"))
        return
    address = request.getfixturevalue("postgres_database")
    yield settings_in(copy_of(empty_instance, tmp_path / "instance")) | {"ELMO_DATABASE_URL": address}
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


@pytest.fixture(scope="session")
def applications(tmp_path_factory: pytest.TempPathFactory) -> Applications:
    return Applications(tmp_path_factory.mktemp("application"))


@pytest.fixture
def app(database: dict[str, Any], applications: Applications) -> Iterator[Flask]:
    with applications.running(database) as application:
        yield application


@pytest.fixture
def client(app: Flask) -> CheckingClient:
    return app.test_client()  # type: ignore[return-value]


def copy_of(instance: Path, folder: Path) -> Path:
    shutil.copytree(instance, folder, symlinks=True)
    return folder


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
