"""One database of each kind for a test process, emptied by copying; the application on it; a client that checks its pages."""

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from elmo_events import create_app
from elmo_events.foundation.database import Base, db
from tests.client import CheckingClient
from tests.servers import postgres

DATABASES = os.environ.get("TEST_DATABASES", "sqlite,postgresql").split(",")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite instance; each test gets a copy."""
    folder = tmp_path_factory.mktemp("sqlite")
    app = create_app(**_settings(folder))
    with app.app_context():
        Base.metadata.create_all(db.engine)
        db.engine.dispose()
    return folder


@pytest.fixture(scope="session")
def postgres_template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database server with an empty, migrated database named `template`."""
    with postgres.running(tmp_path_factory.mktemp("server") / "postgres") as server:
        address = postgres.make_database(server, "elmo_template")
        app = create_app(**_settings(tmp_path_factory.mktemp("postgres")) | {"ELMO_DATABASE_URL": address})
        with app.app_context():
            Base.metadata.create_all(db.engine)
            db.engine.dispose()
        yield server


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """Settings that point at a fresh, empty database of each kind."""
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("sqlite_template"), tmp_path / "instance")
        yield _settings(tmp_path / "instance")
        return
    server = request.getfixturevalue("postgres_template")
    name = f"elmo_{uuid.uuid4().hex[:12]}"
    address = postgres.make_database(server, name, template="elmo_template")
    yield _settings(tmp_path / "instance") | {"ELMO_DATABASE_URL": address}
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


def _settings(instance: Path) -> dict[str, Any]:
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
