"""Background jobs: functions that carry only ids, while the tables say what is to be done.

The queue (huey) runs a job at most once. So a job is a nudge: whatever must happen stands in a table, and a periodic job
finds what a crash left. SQLite keeps the queue by default, Redis or Valkey where ELMO_QUEUE_URL says so. Jobs that take
minutes have a queue of their own, so that e-mails never wait for them (`long_jobs`).
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from flask import Flask, current_app

from elmo_events.foundation.database import db
from elmo_events.foundation.unloaded import without

with without("psycopg"):  # for a kind of queue that we don't have: 12 MB and 0.08 s in each process
    from huey import Huey, RedisHuey, SqliteHuey, crontab
    from huey.constants import EmptyData
    from huey.registry import Message
    from huey.serializer import Serializer

Job = TypeVar("Job", bound=Callable[..., None])
log = structlog.get_logger()


@dataclass(frozen=True)
class Periodic:
    job: Callable[[], None]
    schedule: Any


_jobs: dict[str, Callable[..., None]] = {}
_long: set[str] = set()
_periodic: list[Periodic] = []


class JsonSerializer(Serializer):  # type: ignore[misc]
    """Job messages as JSON: huey's default, pickle, would run whatever somebody put into the queue."""

    def _serialize(self, message: Any) -> bytes:
        return json.dumps(list(message)).encode()

    def _deserialize(self, written: bytes) -> Message:
        return Message(*json.loads(written))


def job(name: str, long: bool = False) -> Callable[[Job], Job]:
    """Make a function callable by `enqueue(name, …)`; its arguments are ids, so that no personal data lies in the queue.

    A `long` one runs in a process of its own, one at a time.
    """

    def remember(function: Job) -> Job:
        _jobs[name] = function
        if long:
            _long.add(name)
        return function

    return remember


def every(minutes: int) -> Callable[[Job], Job]:
    return lambda function: _schedule(function, crontab(minute=f"*/{minutes}"))


def nightly(hour: int, minute: int = 0) -> Callable[[Job], Job]:
    return lambda function: _schedule(function, crontab(hour=str(hour), minute=str(minute)))


def enqueue(name: str, *ids: int) -> None:
    """Ask the worker to run this job soon. A lost nudge is found by the periodic jobs."""
    try:
        current_app.extensions["run_long_job" if name in _long else "run_job"](name, list(ids))
    except Exception as error:
        log.warning("job not queued", job=name, error=type(error).__name__)


def keep(name: str, text: str) -> None:
    """Keep a short text beside the queue, where every process of the product can read it."""
    current_app.extensions["huey"].storage.put_data(name, text.encode())


def kept(name: str) -> str | None:
    written = current_app.extensions["huey"].storage.peek_data(name)
    return None if written is EmptyData else bytes(written).decode()


def each_alone(what: str, numbers: Iterable[int], act: Callable[[int], object]) -> None:
    """Do this for each of these ids: one that fails is logged, keeps no other waiting, and is tried again the next time."""
    for number in numbers:
        try:
            act(number)
        except Exception:
            db.session.rollback()
            log.exception(what, number=number)


def run_now(name: str, *ids: int) -> None:
    """Raises KeyError for a job that there isn't."""
    _jobs[name](*ids)


def run_queued() -> int:
    """Run everything that is in the queues, here and now (tests and the command line); how many jobs ran."""
    count = 0
    for huey in (current_app.extensions["huey"], current_app.extensions["long_huey"]):
        while task := huey.dequeue():
            huey.execute(task)
            count += 1
    return count


def periodic_jobs() -> list[Callable[[], None]]:
    return [periodic.job for periodic in _periodic]


def register(app: Flask) -> None:
    huey, long_huey = _huey(app, "elmo"), _huey(app, "elmo-long")
    app.extensions["huey"], app.extensions["long_huey"] = huey, long_huey

    def run(name: str, ids: list[int]) -> None:
        with app.app_context():
            run_now(name, *ids)

    app.extensions["run_job"] = huey.task(name="run_job")(run)
    app.extensions["run_long_job"] = long_huey.task(name="run_job")(run)


def schedule_periodic_jobs(app: Flask) -> None:
    """Called by the worker only: each job must bear running twice, since every worker's clock may start it."""
    for periodic in _periodic:
        _periodic_task(app, periodic)


def _periodic_task(app: Flask, periodic: Periodic) -> None:
    def run() -> None:
        with app.app_context():
            periodic.job()

    app.extensions["huey"].periodic_task(periodic.schedule, name=_name(periodic.job))(run)


def _schedule(function: Job, schedule: Any) -> Job:
    _periodic.append(Periodic(function, schedule))
    return function


def _huey(app: Flask, name: str) -> Huey:
    url = app.config["ELMO_QUEUE_URL"]
    if url:
        return RedisHuey(name, url=url, results=False, serializer=JsonSerializer())
    path = f"{app.config['ELMO_INSTANCE']}/queue.db"
    return SqliteHuey(name, filename=path, fsync=False, results=False, serializer=JsonSerializer())


def _name(function: Callable[..., None]) -> str:
    return f"{function.__module__}.{function.__name__}"
