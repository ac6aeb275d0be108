"""The database: the base of all tables, the one place that commits, and the lock that guards places.

SQLite and PostgreSQL run the same code. On SQLite a writing transaction begins IMMEDIATE and waits in a fair queue, since
SQLite's own busy handler starves writers; on PostgreSQL it runs READ COMMITTED and `lock` takes the row. What is read
outside a transaction is of one moment on both, so that no page falls between two.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

import structlog
from flask import Flask, current_app
from flask_babel import gettext as _
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, Connection, DateTime, Engine, MetaData, String, TypeDecorator, event, inspect, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.exc import InvalidRequestError, OperationalError
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.orm.exc import ObjectDeletedError
from sqlalchemy.pool import ConnectionPoolEntry

from elmo_events.foundation.dead_rows import write_nothing_to_dead_rows
from elmo_events.foundation.queue_lock import QueueLock
from elmo_events.foundation.refusals import Refusal

_writing: ContextVar[bool] = ContextVar("writing", default=False)
LOCK_TIMEOUT = "5s"
MAPPED = 256 * 1024 * 1024  # bytes of the SQLite file that are read without copying: it halves a search of 100,000 rows

log = structlog.get_logger()


class UTCDateTime(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database. Refuses a time without a zone (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# A column of `sorting.sort_key`: compared byte by byte, whatever the database's own language is.
SORT_KEY = String(220).with_variant(String(220, collation="C"), "postgresql")


class Base(DeclarativeBase):
    """Base of all tables. Constraints have names, so that migrations can change them on both databases."""

    registry = registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            datetime: UTCDateTime(),
            dict[str, Any]: JSON().with_variant(JSONB(), "postgresql"),
            list[Any]: JSON().with_variant(JSONB(), "postgresql"),
        },
    )


write_nothing_to_dead_rows()

db = SQLAlchemy(
    model_class=Base,
    session_options={"expire_on_commit": False},
    engine_options={"hide_parameters": True},  # what people typed must not reach the logs with an error
)


@event.listens_for(db.session, "after_rollback")
def _forget_what_was_undone(session: Any) -> None:
    session.info.pop("after_commit", None)


def register(app: Flask) -> None:
    if app.config["SQLALCHEMY_DATABASE_URI"].startswith("sqlite"):
        app.extensions["queue_lock"] = QueueLock(f"{app.config['ELMO_INSTANCE']}/writers.lock")
    db.init_app(app)
    with app.app_context():
        _prepare(db.engine, app.config["ELMO_SQLITE_SYNCHRONOUS"])


@contextmanager
def transaction() -> Iterator[None]:
    """Write: ends the read phase, so that what was loaded before is read afresh inside, and commits at the end.

    Whatever is raised inside undoes everything. Refuses: others hold what it needs for too long. Refuses (RuntimeError) to
    stand inside another transaction.
    """
    if _writing.get():
        raise RuntimeError("a transaction is open already: one action, one transaction")
    db.session.rollback()
    db.session.expire_all()
    token = _writing.set(True)
    try:
        with _turn_to_write():
            try:
                yield
                db.session.commit()
            except BaseException:
                db.session.rollback()
                raise
    except OperationalError as error:
        if "deadlock detected" in str(error):
            # Two who hold what the other waits for: a defect, but one of them may go on.
            log.warning("deadlock", statement=error.statement)
        elif "lock timeout" not in str(error):
            raise
        raise Refusal(_busy()) from error
    finally:
        _writing.reset(token)
    _run_after_commit()


@contextmanager
def snapshot() -> Iterator[Connection]:
    """Read much: a connection of its own on which everything is seen as it was at one moment, in little memory."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    options = {} if is_sqlite else {"isolation_level": "REPEATABLE READ"}
    with db.engine.connect().execution_options(**options) as connection:
        if is_sqlite:
            connection.exec_driver_sql("PRAGMA mmap_size=0")  # what is mapped counts as our memory, and stays
        try:
            yield connection
        finally:
            if is_sqlite:
                connection.rollback()
                connection.exec_driver_sql(f"PRAGMA mmap_size={MAPPED}")


def after_commit(function: Callable[[], None]) -> None:
    """Do this once the transaction is safe in the database; it is dropped when the transaction is undone."""
    db.session.info.setdefault("after_commit", []).append(function)


def lock(row: Base) -> None:
    """Make everyone else who locks this row wait until our transaction ends, and read the row afresh.

    Who writes rows that point at it need not wait: one who holds another lock and does that would wait for us for ever.

    Refuses (RuntimeError) outside `transaction()`: a lock that ends at once guards nothing; (ObjectDeletedError) a row that
    somebody has deleted meanwhile.
    """
    if not _writing.get():
        raise RuntimeError("lock() only works inside transaction()")
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
    db.session.flush()  # refreshing would forget what is not written yet, of the row and of what hangs on it
    try:
        # not what was loaded with it: that may be nothing
        db.session.refresh(row, with_for_update={"of": type(row), "key_share": True})
    except InvalidRequestError as error:  # there is no such row any more
        raise ObjectDeletedError(inspect(row)) from error


def lock_table(table: type[Base]) -> None:
    """Make everyone else who writes to this table wait until our transaction ends: for what must be unique among all its
    rows. What was loaded is read afresh; reading goes on.

    Refuses (RuntimeError) outside `transaction()`.
    """
    if not _writing.get():
        raise RuntimeError("lock_table() only works inside transaction()")
    db.session.flush()
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
        db.session.execute(text(f'LOCK TABLE "{table.__tablename__}" IN SHARE ROW EXCLUSIVE MODE'))
    db.session.expire_all()


def ping() -> None:
    """Raises OperationalError when the database does not answer."""
    db.session.execute(select(1))


@contextmanager
def _turn_to_write() -> Iterator[None]:
    queue: QueueLock | None = current_app.extensions.get("queue_lock")
    if queue is None:
        yield
        return
    with queue:
        yield


def _run_after_commit() -> None:
    functions: list[Callable[[], None]] = db.session.info.pop("after_commit", [])
    for function in functions:
        function()


def _busy() -> str:
    return str(_("Very many people are registering right now. Please try again in a moment."))


def _prepare(engine: Engine, synchronous: str) -> None:
    if engine.dialect.name != "sqlite":

        @event.listens_for(engine, "begin")
        def choose_isolation(connection: Any) -> None:
            if "isolation_level" not in connection.get_execution_options():
                level: IsolationLevel = "READ COMMITTED" if _writing.get() else "REPEATABLE READ"
                engine.dialect.set_isolation_level(connection.connection.dbapi_connection, level)

        return

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in ("journal_mode=WAL", f"synchronous={synchronous}", "foreign_keys=ON", "busy_timeout=20000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA mmap_size={MAPPED}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
