"""`elmo run`: the web server and the worker as two processes, started again when they fall, ended together.

It loads neither the application nor its libraries, so that watching costs little memory.
"""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
SETTLED = 3.0  # a process that lived as long as this has not fallen at its start
PARENT_DEATH_SIGNAL = 1


def environment() -> Mapping[str, str]:
    return os.environ


def run(settings: Mapping[str, Any]) -> int:
    """Serve until SIGINT or SIGTERM. Returns the exit status."""
    stopping = False

    def stop(number: int, frame: Any) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    children = {name: Child(command) for name, command in commands(settings).items()}
    while not stopping:
        for child in children.values():
            child.keep_alive()
        time.sleep(0.1)
    for child in children.values():
        child.ask_to_stop()
    for child in children.values():
        child.wait()
    return 0


def can_listen(host: str, port: int) -> bool:
    """Whether nobody else listens there: the web server would share the port, and each get half of the visitors."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return False
    return True


def commands(settings: Mapping[str, Any]) -> dict[str, list[str]]:
    here = str(Path(sys.executable).parent / "elmo")
    web = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--no-access-log", "--log-level", "warning",
        "--host", settings["HOST"], "--port", str(settings["PORT"]),
        "--workers", str(settings["ELMO_WEB_WORKERS"]), "--blocking-threads", str(settings["ELMO_WEB_THREADS"]),
        "--backlog", "1024", "--backpressure", "1024",
        "--respawn-failed-workers", "--workers-kill-timeout", "5", "--factory", "elmo_events:create_app",
    ]  # fmt: skip
    return {"web": web, "worker": [here, "worker"]}


class Child:
    """A process that is started again after a pause that doubles, as long as it keeps falling quickly."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.pause = FIRST_PAUSE
        self.started = time.monotonic()
        self.process = self._start()

    def keep_alive(self) -> None:
        if self.process.poll() is None or time.monotonic() < self.started + self.pause:
            return
        self._end_what_it_left()
        lived = time.monotonic() - self.started
        self.pause = FIRST_PAUSE if lived > self.pause + SETTLED else min(self.pause * 2, LONGEST_PAUSE)
        self.started = time.monotonic()
        self.process = self._start()

    def ask_to_stop(self) -> None:
        self.process.terminate()

    def wait(self) -> None:
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._end_what_it_left()

    def _end_what_it_left(self) -> None:
        """Its own children would go on serving with what they loaded, beside those of its successor."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, preexec_fn=_end_with_parent, start_new_session=True)  # noqa: S603, PLW1509


def _end_with_parent() -> None:
    """Ask the kernel (Linux) to end the child when we are killed, so that no orphan keeps the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)
