"""What everything is measured against, in the same run: a one-line view, and raw commits on the same disk."""

import http.client
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.servers import processes
from tests.servers.smtp import free_port

HELLO = 'from flask import Flask\napp = Flask(__name__)\napp.get("/")(lambda: "Hello")\n'
REQUESTS = 3000


def hello() -> float:
    """CPU seconds of one request to a one-line Flask view under gunicorn with two sync workers."""
    folder, port = Path(tempfile.mkdtemp()), free_port()
    (folder / "hello.py").write_text(HELLO)
    command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "hello:app"]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: fetch(port))
        return cpu_of(process.pid, lambda: [fetch(port) for _ in range(REQUESTS)]) / REQUESTS
    finally:
        process.terminate()
        process.wait()


def fetch(port: int, path: str = "/") -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    ok = connection.getresponse().read() != b""
    connection.close()
    return ok


def wait_for(works: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            works()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def cpu_of(number: int, work: Callable[[], object]) -> float:
    """CPU seconds that a process and its descendants spend on some work of ours."""
    family = [number, *processes.children_of(number)]
    before = processes.cpu_seconds_of(family)
    work()
    return processes.cpu_seconds_of(family) - before


def commits_per_second(folder: Path, seconds: float) -> float:
    """Rows committed one by one, each safe on the disk, without any framework."""
    file = folder / f"raw-{os.getpid()}.db"
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, text TEXT)")
    number, end = 0, time.perf_counter() + seconds
    begun = time.perf_counter()
    while time.perf_counter() < end:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row (text) VALUES ('somebody signs up')")
        connection.execute("COMMIT")
        number += 1
    spent = time.perf_counter() - begun
    connection.close()
    return number / spent
