"""Limits hold across processes, and name nobody."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask import Flask
from werkzeug.exceptions import TooManyRequests

from elmo_events import create_app
from elmo_events.foundation import rate_limits
from elmo_events.foundation.clock import now


def test_the_one_too_many_is_stopped_and_the_next_window_starts_afresh(app: Flask) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        for _ in range(3):
            rate_limits.limit("sign-up", "asa@example.org", 3, 600)
        with pytest.raises(TooManyRequests):
            rate_limits.limit("sign-up", "asa@example.org", 3, 600)
        rate_limits.limit("sign-up", "other@example.org", 3, 600)
        clock.shift(timedelta(seconds=600))
        rate_limits.limit("sign-up", "asa@example.org", 3, 600)


def test_another_process_counts_on(app: Flask, database: dict[str, Any]) -> None:
    rate_limits.limit("sign-up", "asa@example.org", 1, 600)
    with create_app(**database).app_context(), pytest.raises(TooManyRequests):
        rate_limits.limit("sign-up", "asa@example.org", 1, 600)


def test_the_file_holds_no_address(app: Flask) -> None:
    rate_limits.limit("sign-up", "asa@example.org", 1, 600)
    for file in Path(app.config["ELMO_INSTANCE"]).glob("limits.db*"):
        assert b"asa@example" not in file.read_bytes()
