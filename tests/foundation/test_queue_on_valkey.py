"""Where ELMO_QUEUE_URL says so, jobs and rate limits live in Redis or Valkey, which many machines share."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.exceptions import TooManyRequests

from elmo_events import create_app
from elmo_events.foundation.jobs import enqueue, job, run_queued
from elmo_events.foundation.rate_limits import limit
from tests.conftest import settings_in
from tests.servers import valkey

ran: list[int] = []


@job("tests.note")
def note(number: int) -> None:
    ran.append(number)


@pytest.fixture(scope="module")
def queue() -> Iterator[str]:
    with valkey.running() as address:
        yield address


@pytest.fixture
def machines(queue: str, tmp_path: Path) -> list[dict[str, Any]]:
    """Settings of two machines with one secret and one queue, and nothing else in common."""
    secret = {"ELMO_SECRET_KEY": "the same on every machine, as it must be", "ELMO_QUEUE_URL": queue}
    return [settings_in(tmp_path / name) | secret for name in ("first", "second")]


def test_another_machine_runs_what_one_has_queued(machines: list[dict[str, Any]]) -> None:
    ran.clear()
    with create_app(**machines[0]).app_context():
        enqueue("tests.note", 7)
    with create_app(**machines[1]).app_context():
        assert run_queued() == 1
    assert ran == [7]


def test_a_limit_counts_on_all_machines(machines: list[dict[str, Any]]) -> None:
    with create_app(**machines[0]).app_context():
        limit("tests", "anna@example.org", most=1, seconds=600)
    with create_app(**machines[1]).app_context(), pytest.raises(TooManyRequests):
        limit("tests", "anna@example.org", most=1, seconds=600)


def test_without_its_server_a_job_is_left_to_the_sweep(tmp_path: Path) -> None:
    """A sign-up must not fail since the queue is down: the outbox is the truth, the sweep finds it."""
    settings = settings_in(tmp_path / "alone") | {
        "ELMO_QUEUE_URL": "redis://127.0.0.1:1/0",
        "ELMO_LOG_LEVEL": "CRITICAL",
    }
    with create_app(**settings).app_context():
        enqueue("tests.note", 8)
