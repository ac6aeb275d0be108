"""Every setting: its environment variable, type, default, and one line of why.

Settings come from the environment or from a `.env` file beside the place where the command runs; the environment wins.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask

PACKAGE = Path(__file__).resolve().parent
DEMO_MARK = "demo-"


@dataclass(frozen=True)
class Setting:
    name: str
    kind: type
    default: Any
    why: str


SETTINGS = (
    Setting("HOST", str, "127.0.0.1", "Address that the web server listens on."),
    Setting("PORT", int, 8000, "Port that the web server listens on."),
    Setting("ELMO_MODE", str, "production", "`demo` (what `make run` uses) or `production`."),
    Setting("ELMO_INSTANCE", str, "instance", "Folder of the SQLite database, the job queue and the keys."),
    Setting("ELMO_BASE_URL", str, "", "Address in e-mails, such as https://events.example.org; default HOST and PORT."),
    Setting("ELMO_DATABASE_URL", str, "", "postgresql+psycopg://… or sqlite:///…; default a SQLite file in the instance folder."),
    Setting("ELMO_QUEUE_URL", str, "", "redis://… for jobs and rate limits shared by many machines; default a SQLite file."),
    Setting("ELMO_SECRET_KEY", str, "", "Signs sessions and personal links; default a key file in the instance folder."),
    Setting("ELMO_ENCRYPTION_KEY", str, "", "Encrypts diets and accessibility needs; default a key file in the instance folder."),
    Setting("ELMO_WEB_WORKERS", int, 1, "Processes that answer web requests."),
    Setting("ELMO_WEB_THREADS", int, 4, "Threads in each of these processes."),
    Setting("ELMO_TRUSTED_PROXIES", int, 0, "How many reverse proxies in front of us set X-Forwarded-* headers."),
    Setting("ELMO_SQLITE_SYNCHRONOUS", str, "FULL", "FULL survives a power cut; NORMAL is faster and may lose the last second."),
    Setting("ELMO_MINIMUM_FORM_SECONDS", float, 2.0, "A sign-up form sent back faster than this was filled in by a machine."),
    Setting("ELMO_SIGN_UPS_PER_ORIGIN", int, 600, "Sign-ups from one network address in ten minutes; a council may share one."),
    Setting("ELMO_CONTACT_ADDRESS", str, "", "Where feedback on the service goes; default MAIL_DEFAULT_SENDER."),
    Setting("ELMO_CONCEPTS", str, "", "File of more concepts for recommendations, with the columns of our own list."),
    Setting("ELMO_LOG_LEVEL", str, "INFO", "DEBUG, INFO, WARNING or ERROR."),
    Setting("MAIL_SERVER", str, "", "SMTP server; without it, and in demo mode only, e-mail is read at /mailbox."),
    Setting("MAIL_PORT", int, 587, "Port of the SMTP server."),
    Setting("MAIL_USE_TLS", bool, True, "Speak STARTTLS with the SMTP server, and check its certificate."),
    Setting("MAIL_USE_SSL", bool, False, "Speak TLS with the SMTP server from the first byte."),
    Setting("MAIL_USERNAME", str, "", "User name at the SMTP server."),
    Setting("MAIL_PASSWORD", str, "", "Password at the SMTP server."),
    Setting("MAIL_DEFAULT_SENDER", str, "elmo-events@example.org", "Address that e-mail comes from."),
    Setting("ELMO_MAIL_TIMEOUT", float, 20.0, "Seconds to wait for the SMTP server before trying again later."),
)  # fmt: skip


class SettingsError(Exception):
    """A setting that can't be used: the message says which and why."""


def folder(name: str) -> Path:
    """Where templates, static files and migrations are: inside an installed package, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def configure(app: Flask, overrides: Mapping[str, Any]) -> None:
    """Read all settings into `app.config`. Refuses (SettingsError) what production must not start with."""
    settings = checked_settings(os.environ, overrides)
    app.config.from_mapping(
        settings,
        SECRET_KEY=settings["ELMO_SECRET_KEY"],
        SQLALCHEMY_DATABASE_URI=settings["ELMO_DATABASE_URL"],
        SESSION_COOKIE_NAME="session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings["ELMO_BASE_URL"].startswith("https://"),
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        MAX_FORM_PARTS=5000,
        MAIL_SUPPRESS_SEND=False,  # Flask-Mail would send nothing under test
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over lunch must still work; the session ends it
        TEMPLATES_AUTO_RELOAD=False,
    )


def checked_settings(environment: Mapping[str, str], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """All settings, with what follows from them; makes the instance folder and its keys.

    Refuses (SettingsError) what production must not start with.
    """
    settings = read_settings(environment, overrides)
    instance = Path(settings["ELMO_INSTANCE"]).resolve()
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)  # nobody else on the machine reads registrations
    settings["ELMO_INSTANCE"] = str(instance)
    demo = settings["ELMO_MODE"] == "demo"
    settings["ELMO_BASE_URL"] = settings["ELMO_BASE_URL"].rstrip("/") or own_address(settings)
    settings["ELMO_DATABASE_URL"] = database_url(settings["ELMO_DATABASE_URL"], instance)
    settings["ELMO_SECRET_KEY"] = settings["ELMO_SECRET_KEY"] or _key_file(instance, "secret", demo)
    settings["ELMO_ENCRYPTION_KEY"] = settings["ELMO_ENCRYPTION_KEY"] or _key_file(instance, "encryption", demo)
    _refuse_what_is_unsafe(settings)
    return settings


def read_settings(environment: Mapping[str, str], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Every setting by name, from overrides, environment, `.env` file and defaults, in this order."""
    written = {**_env_file(Path(".env")), **environment}
    settings: dict[str, Any] = {}
    for setting in SETTINGS:
        if setting.name in overrides:
            settings[setting.name] = overrides[setting.name]
        elif written.get(setting.name, "") != "":
            settings[setting.name] = _converted(setting, written[setting.name])
        else:
            settings[setting.name] = setting.default
    known = {setting.name for setting in SETTINGS}
    return settings | {name: value for name, value in overrides.items() if name not in known}


def own_address(settings: Mapping[str, Any]) -> str:
    """Where a browser on this machine finds us: one that listens on every address is found on localhost."""
    host = "localhost" if settings["HOST"] in {"0.0.0.0", "::"} else settings["HOST"]  # noqa: S104  compared, not bound
    return f"http://{host}:{settings['PORT']}"


def database_url(written: str, instance: Path) -> str:
    """The SQLAlchemy address: plain `postgresql://` means psycopg 3, nothing means SQLite in the instance folder."""
    if not written:
        return f"sqlite:///{instance / 'elmo.db'}"
    for prefix in ("postgres://", "postgresql://"):
        if written.startswith(prefix):
            return "postgresql+psycopg://" + written.removeprefix(prefix)
    return written


def _converted(setting: Setting, text: str) -> Any:
    try:
        if setting.kind is bool:
            return {"1": True, "true": True, "yes": True, "on": True,
                    "0": False, "false": False, "no": False, "off": False}[text.lower()]  # fmt: skip
        return setting.kind(text)
    except (KeyError, ValueError) as error:
        raise SettingsError(f"{setting.name}: “{text}” is not a {setting.kind.__name__}.") from error


def _env_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.removeprefix("export ").split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}


def _key_file(instance: Path, name: str, demo: bool) -> str:
    """The key kept in the instance folder, made on the first start; safe when two processes start at once."""
    path = instance / "keys" / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if not path.exists():
        made = path.with_name(f"{name}.{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text((DEMO_MARK if demo else "") + secrets.token_urlsafe(32), encoding="ascii")
        try:
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text(encoding="ascii").strip()


def _refuse_what_is_unsafe(settings: Mapping[str, Any]) -> None:
    if settings["ELMO_MODE"] not in {"demo", "production"}:
        raise SettingsError("ELMO_MODE: write demo or production.")
    if settings["ELMO_MODE"] == "demo":
        return
    for name in ("ELMO_SECRET_KEY", "ELMO_ENCRYPTION_KEY"):
        if settings[name].startswith(DEMO_MARK) or len(settings[name]) < 32:  # noqa: PLR2004
            raise SettingsError(
                f"{name}: a demo key or a short key is not safe in production. Use a new instance folder."
            )
    if not settings["MAIL_SERVER"]:
        raise SettingsError("MAIL_SERVER: production needs an SMTP server, or no e-mail would go out.")
