"""Everything that an instance is made of in one file: the database and the keys, with a note of what it holds."""

import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from elmo_events.foundation.clock import now

FORMAT = 1
Progress = Callable[[int, int], None]


class BackupError(Exception):
    """Why a backup can't be made or brought back, said to an administrator."""


def make(settings: Mapping[str, Any], target: Path, progress: Progress) -> None:
    """Write a backup while the product runs. `progress` hears of pages done and pages in all (SQLite only).

    Refuses (BackupError): the file exists; PostgreSQL's own pg_dump is not installed.
    """
    if target.exists():
        raise BackupError(f"{target} exists already.")
    with tempfile.TemporaryDirectory(dir=target.resolve().parent) as folder:
        database = Path(folder) / "database"
        kind = _kind(settings)
        if kind == "sqlite":
            _copy_sqlite(_sqlite_file(settings), database, progress)
        else:
            _run_postgres("pg_dump", settings, ["--format=custom", f"--file={database}"])
        note = {"format": FORMAT, "database": kind, "made_at": now().isoformat(), "mode": settings["ELMO_MODE"]}
        (Path(folder) / "backup.json").write_text(json.dumps(note), encoding="utf-8")
        _pack(Path(folder), Path(settings["ELMO_INSTANCE"]) / "keys", target)


def bring_back(settings: Mapping[str, Any], source: Path) -> None:
    """Put the database and the keys of a backup in the place of today's. The product must stand still meanwhile.

    Refuses (BackupError): not a backup of ours; it is of another kind of database than the settings name.
    """
    instance = Path(settings["ELMO_INSTANCE"])
    with tempfile.TemporaryDirectory(dir=instance) as name:
        folder = Path(name)
        kind = _unpack(source, folder)
        if kind != _kind(settings):
            raise BackupError(f"This is a backup of {kind}, but the settings name {_kind(settings)}.")
        if kind == "sqlite":
            _replace_sqlite(folder / "database", _sqlite_file(settings))
        else:
            clean = ["--clean", "--if-exists", "--no-owner", "--single-transaction", str(folder / "database")]
            _run_postgres("pg_restore", settings, clean)
        for key in sorted((folder / "keys").glob("*")):
            (instance / "keys").mkdir(mode=0o700, exist_ok=True)
            key.chmod(0o600)
            key.replace(instance / "keys" / key.name)


def _kind(settings: Mapping[str, Any]) -> str:
    return "sqlite" if str(settings["ELMO_DATABASE_URL"]).startswith("sqlite") else "postgresql"


def _sqlite_file(settings: Mapping[str, Any]) -> Path:
    return Path(str(make_url(settings["ELMO_DATABASE_URL"]).database))


def _copy_sqlite(file: Path, copy: Path, progress: Progress) -> None:
    """SQLite's own online copy: whole, even while others write."""
    if not file.exists():
        raise BackupError(f"There is no database at {file} yet.")
    source, target = sqlite3.connect(file), sqlite3.connect(copy)
    try:
        source.backup(target, pages=2000, progress=lambda status, left, total: progress(total - left, total))
    finally:
        source.close()
        target.close()


def _replace_sqlite(copy: Path, file: Path) -> None:
    copy.chmod(0o600)
    for leftover in ("-wal", "-shm"):
        file.with_name(file.name + leftover).unlink(missing_ok=True)
    copy.replace(file)


def _pack(folder: Path, keys: Path, target: Path) -> None:
    """The file appears whole or not at all, and only its owner can read it."""
    packed = folder / "packed"
    packed.touch(mode=0o600)
    with tarfile.open(packed, "w:gz") as archive:
        for name in ("backup.json", "database"):
            archive.add(folder / name, arcname=name)
        if keys.is_dir():
            archive.add(keys, arcname="keys")
    packed.replace(target)


def _unpack(source: Path, folder: Path) -> str:
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        note = json.loads((folder / "backup.json").read_text(encoding="utf-8"))
    except (OSError, tarfile.TarError, ValueError) as error:
        raise BackupError(f"{source} is not a backup of ELMO Events.") from error
    if note.get("format") != FORMAT or not (folder / "database").is_file():
        raise BackupError(f"{source} is not a backup that this version can read.")
    return str(note["database"])


def _run_postgres(program: str, settings: Mapping[str, Any], arguments: list[str]) -> None:
    """The password goes through the environment: arguments can be read by everybody on the machine."""
    found = shutil.which(program)
    if found is None:
        raise BackupError(f"{program} is not installed (Debian: apt-get install postgresql-client).")
    url = make_url(settings["ELMO_DATABASE_URL"]).set(drivername="postgresql")
    secret = {"PGPASSWORD": url.password} if url.password else {}
    address = url.set(password=None).render_as_string(hide_password=False)
    done = subprocess.run(  # noqa: S603  no shell, and the program's whole path
        [found, f"--dbname={address}", *arguments], env=os.environ | secret, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{program}: {done.stderr.strip()}")
