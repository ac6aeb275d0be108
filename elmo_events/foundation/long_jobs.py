"""Jobs that take minutes: one at a time, each in a process of its own.

A plan of a large event keeps a processor busy for minutes and may take a gigabyte. In the worker's process it would hold
Python's lock while e-mails wait, and the memory would stay; a process of its own gives everything back at its end, is less
important to the kernel than web pages are, and takes nothing with it when it falls.
"""

import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

import structlog
from huey import Huey
from huey.api import Task

LOOK_EVERY = 0.3  # seconds
log = structlog.get_logger()


class LongJobs:
    """While this context is open, a thread of ours takes long jobs from their queue."""

    def __init__(self, huey: Huey) -> None:
        self._huey = huey
        self._closing = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._work, name="long jobs", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends a job that runs: its table says so, and the periodic job of its feature begins it anew."""
        self._closing.set()
        if self._process is not None:
            self._process.terminate()
        self._thread.join(timeout=5)

    def _work(self) -> None:
        while not self._closing.is_set():
            try:
                task = self._huey.dequeue()
            except Exception as error:  # the queue does not answer; it will
                log.warning("long jobs: no answer from the queue", error=type(error).__name__)
                task = None
            if task is None:
                self._closing.wait(LOOK_EVERY)
            else:
                self._run(task)

    def _run(self, task: Task) -> None:
        name, ids = task.args
        self._process = subprocess.Popen(_command(name, ids))  # noqa: S603
        if self._closing.is_set():
            self._process.terminate()
        status = self._process.wait()
        self._process = None
        if status:
            log.warning("long job ended early", job=name, status=status)


def _command(name: str, ids: list[int]) -> list[str]:
    return [str(Path(sys.executable).parent / "elmo"), "run-job", name, *map(str, ids)]
