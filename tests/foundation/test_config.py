"""Settings: where they come from, and what production refuses."""

from pathlib import Path
from typing import Any

import pytest

from elmo_events import create_app
from elmo_events.config import SettingsError, database_url, read_settings

PRODUCTION = {"ELMO_MODE": "production", "MAIL_SERVER": "smtp.example.org", "ELMO_LOG_LEVEL": "ERROR"}


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text('# ours\nexport PORT="9000"\nHOST=0.0.0.0\n')
    monkeypatch.chdir(tmp_path)
    settings = read_settings({"PORT": "9001"}, {})
    assert (settings["HOST"], settings["PORT"]) == ("0.0.0.0", 9001)


@pytest.mark.parametrize(("name", "text"), [("PORT", "eighty"), ("MAIL_USE_TLS", "perhaps")])
def test_a_setting_that_makes_no_sense_is_named(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read_settings({name: text}, {})


def test_production_starts_with_its_own_keys(tmp_path: Path) -> None:
    app = create_app(**PRODUCTION, ELMO_INSTANCE=str(tmp_path / "instance"))
    again = create_app(**PRODUCTION, ELMO_INSTANCE=str(tmp_path / "instance"))
    assert app.config["SECRET_KEY"] == again.config["SECRET_KEY"]
    assert (tmp_path / "instance" / "keys" / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"MAIL_SERVER": ""}, "MAIL_SERVER"),
        ({"ELMO_SECRET_KEY": "demo-0123456789012345678901234567890123456789"}, "ELMO_SECRET_KEY"),
        ({"ELMO_SECRET_KEY": "short"}, "ELMO_SECRET_KEY"),
        ({"ELMO_MODE": "test"}, "ELMO_MODE"),
    ],
)
def test_production_refuses_what_is_unsafe(tmp_path: Path, settings: dict[str, Any], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        create_app(**PRODUCTION | {"ELMO_INSTANCE": str(tmp_path / "instance")} | settings)


def test_production_refuses_the_keys_of_a_demo(tmp_path: Path) -> None:
    create_app(ELMO_MODE="demo", ELMO_INSTANCE=str(tmp_path / "instance"), ELMO_LOG_LEVEL="ERROR")
    with pytest.raises(SettingsError, match="demo key"):
        create_app(**PRODUCTION, ELMO_INSTANCE=str(tmp_path / "instance"))


def test_plain_postgresql_means_psycopg_3(tmp_path: Path) -> None:
    assert database_url("postgresql://host/elmo", tmp_path) == "postgresql+psycopg://host/elmo"
    assert database_url("postgres://host/elmo", tmp_path) == "postgresql+psycopg://host/elmo"
    assert database_url("", tmp_path) == f"sqlite:///{tmp_path}/elmo.db"
