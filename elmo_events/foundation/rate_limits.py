"""Rate limits that hold across processes: counters in a small SQLite file, or in Redis where ELMO_QUEUE_URL says so.

Keys are hashed with our secret: the counters tell nobody who signed up.
"""

import hashlib
import hmac
import sqlite3
import threading
from typing import Any, Protocol

from flask import Flask, abort, current_app, request

from elmo_events.foundation.clock import now

_files = threading.local()


class Counters(Protocol):
    def count(self, key: str, seconds: int) -> int: ...


def limit(name: str, key: str, most: int, seconds: int) -> None:
    """Count one try; aborts with 429 when there were more than `most` in this window of `seconds`."""
    window = int(now().timestamp()) // seconds
    secret = str(current_app.config["SECRET_KEY"]).encode()
    hashed = hmac.new(secret, f"{name}:{key}:{window}".encode(), hashlib.sha256).hexdigest()
    if current_app.extensions["rate_limits"].count(hashed, seconds) > most:
        abort(429)


def origin() -> str:
    """The network address that the request comes from; a whole council may share one."""
    return request.remote_addr or "unknown"


class SqliteCounters:
    """One row a window; rows of past windows are deleted on the way. Losing this file loses nothing else."""

    def __init__(self, path: str) -> None:
        self.path = path

    def count(self, key: str, seconds: int) -> int:
        moment = int(now().timestamp())
        connection = self._connection()
        with connection:
            row = connection.execute(
                "INSERT INTO counters (key, number, ends) VALUES (?, 1, ?)"
                " ON CONFLICT (key) DO UPDATE SET number = number + 1 RETURNING number",
                (key, moment + seconds),
            ).fetchone()
            if row[0] == 1:
                connection.execute("DELETE FROM counters WHERE ends < ?", (moment,))
        return int(row[0])

    def _connection(self) -> sqlite3.Connection:
        opened: dict[str, sqlite3.Connection] = _files.__dict__.setdefault("opened", {})
        if self.path not in opened:
            connection = sqlite3.connect(self.path, timeout=10)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("CREATE TABLE IF NOT EXISTS counters (key TEXT PRIMARY KEY, number INT, ends INT)")
            opened[self.path] = connection
        return opened[self.path]


class RedisCounters:
    def __init__(self, url: str) -> None:
        import redis  # only where ELMO_QUEUE_URL asks for it

        self.client: Any = redis.Redis.from_url(url)

    def count(self, key: str, seconds: int) -> int:
        with self.client.pipeline() as pipeline:
            pipeline.incr(f"limit:{key}")
            pipeline.expire(f"limit:{key}", seconds)
            return int(pipeline.execute()[0])


def register(app: Flask) -> None:
    url = app.config["ELMO_QUEUE_URL"]
    counters: Counters = RedisCounters(url) if url else SqliteCounters(f"{app.config['ELMO_INSTANCE']}/limits.db")
    app.extensions["rate_limits"] = counters
