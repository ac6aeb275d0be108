"""`elmo run`: two processes that are started again when they fall and end together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import settings_in
from tests.servers import processes, web

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def settings(sqlite_template: Path, tmp_path: Path) -> dict[str, Any]:
    instance = tmp_path / "instance"
    instance.mkdir()
    (instance / "elmo.db").write_bytes((sqlite_template / "elmo.db").read_bytes())
    return web.settings_for(settings_in(instance))


@pytest.fixture
def product(settings: dict[str, Any]) -> Iterator[web.Product]:
    with web.running(settings) as running:
        yield running


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Look again and again: processes end when they end."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def child(product: web.Product, word: str) -> int:
    return next(number for number in processes.children_of(product.process.pid) if word in processes.command_of(number))


@LINUX
def test_ctrl_c_ends_web_server_and_worker(product: web.Product) -> None:
    family = processes.children_of(product.process.pid)
    assert len(family) >= 3, "web server, its process that answers, and the worker"
    product.process.send_signal(signal.SIGINT)
    assert product.process.wait(timeout=20) == 0
    assert [number for number in family if processes.is_alive(number)] == []


@LINUX
def test_what_falls_is_started_again(product: web.Product) -> None:
    for word in ("elmo worker", "granian"):
        fallen = child(product, word)
        family = [fallen, *processes.children_of(fallen)]
        os.kill(fallen, signal.SIGKILL)
        wait_for(lambda word=word, fallen=fallen: any(  # type: ignore[misc]
            word in processes.command_of(number)
            for number in processes.children_of(product.process.pid) if number != fallen
        ))  # fmt: skip
        wait_for(lambda family=family: not any(map(processes.is_alive, family)))  # type: ignore[misc]
    product.wait_until_it_answers()


@LINUX
def test_when_it_is_killed_nothing_goes_on_without_it(product: web.Product) -> None:
    family = processes.children_of(product.process.pid)
    product.process.kill()
    wait_for(lambda: not any(map(processes.is_alive, family)))


def test_it_says_where_it_is_and_where_mail_goes(settings: dict[str, Any]) -> None:
    with web.running(settings) as running:
        written = running.log.read_text()
    assert f"http://127.0.0.1:{settings['PORT']}/" in written
    assert f"http://127.0.0.1:{settings['PORT']}/mailbox" in written


def test_a_port_that_is_taken_is_refused_with_advice(settings: dict[str, Any]) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", settings["PORT"]))
        listener.listen()
        done = subprocess.run(
            [web.ELMO, "run"], env=web.environment(settings), capture_output=True, text=True, check=False, timeout=20
        )
    assert done.returncode == 1
    assert f"PORT={settings['PORT'] + 1}" in done.stderr


def test_production_without_a_mail_server_does_not_start(tmp_path: Path) -> None:
    settings = web.settings_for({"ELMO_MODE": "production", "ELMO_INSTANCE": str(tmp_path / "instance")})
    done = subprocess.run(
        [web.ELMO, "run"], env=web.environment(settings), capture_output=True, text=True, check=False, timeout=20
    )
    assert done.returncode == 1
    assert "MAIL_SERVER" in done.stderr
