"""The product's real processes: web server and worker, as `elmo run` starts them."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elmo_events.config import SETTINGS, checked_settings
from elmo_events.foundation import supervisor
from tests.servers.smtp import free_port

ROOT = Path(__file__).resolve().parents[2]
ELMO = str(Path(sys.executable).parent / "elmo")


@dataclass
class Product:
    """Processes that answer at `address`; what they print is in `log`."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return str(answer.read().decode())

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(self.address + "/static/img/favicon.svg", timeout=5).close()
        except OSError:
            return False
        return True

    def wait_until_it_answers(self, seconds: float = 30) -> float:
        """How long that took. Raises TimeoutError, with what was printed."""
        begun = time.monotonic()
        while not self.answers():
            if time.monotonic() > begun + seconds or self.process.poll() is not None:
                raise TimeoutError(self.log.read_text())
            time.sleep(0.02)
        return time.monotonic() - begun

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def settings_for(settings: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Settings on a free port; a machine that fills in forms is as good as a person here."""
    port = free_port()
    return {
        **settings,
        "HOST": "127.0.0.1",
        "PORT": port,
        "ELMO_BASE_URL": f"http://127.0.0.1:{port}",
        "ELMO_LOG_LEVEL": "WARNING",
        "ELMO_SIGN_UPS_PER_ORIGIN": 1_000_000,
        **more,
    }


def environment(settings: Mapping[str, Any]) -> dict[str, str]:
    """The settings as environment variables, and nothing of ours beside them."""
    names = {setting.name for setting in SETTINGS}
    chosen = {name: str(value) for name, value in settings.items() if name in names}
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **chosen}


@contextmanager
def running(settings: Mapping[str, Any]) -> Iterator[Product]:
    """`elmo run`: web server and worker."""
    yield from _started([ELMO, "run"], settings)


@contextmanager
def serving(settings: Mapping[str, Any], factory: str = "elmo_events:create_app") -> Iterator[Product]:
    """Only the web server, with another factory if asked."""
    command = supervisor.commands(checked_settings(environment(settings), {}))["web"]
    yield from _started([*command[:-1], factory], settings)


def _started(command: list[str], settings: Mapping[str, Any]) -> Iterator[Product]:
    folder = Path(tempfile.mkdtemp(prefix="elmo-web-"))  # without a .env file
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=environment(settings), cwd=folder, stdout=output, stderr=subprocess.STDOUT
        )
    product = Product(process, str(settings["ELMO_BASE_URL"]), log)
    try:
        product.wait_until_it_answers()
        yield product
    finally:
        product.stop()
