"""Kills one of the product's processes at a random moment."""

import contextlib
import os
import random
import signal
import time
from collections import Counter

from tests.crash.load import Load
from tests.servers import processes, web

LONGEST_WAIT = 0.8  # seconds between a sign-up and the kill
PATIENCE = 90.0


class Killer:
    def __init__(self, product: web.Product, load: Load, dice: random.Random) -> None:
        self.kills: Counter[str] = Counter()
        self._product, self._load, self._dice = product, load, dice

    def strike(self) -> str:
        """Wait until people sign up again, and a random while; then kill. The name of the victim."""
        wanted = self._dice.choice(["worker", "worker", "web server", "web process"])
        self._load.wait_for_more(self._dice.randint(1, 6), PATIENCE)
        time.sleep(self._dice.uniform(0, LONGEST_WAIT))
        end = time.monotonic() + PATIENCE
        while not self._kill_one(self._alive(wanted)):
            if time.monotonic() > end:
                raise TimeoutError(f"no {wanted} came back")
            time.sleep(0.05)
        self.kills[wanted] += 1
        return wanted

    def _kill_one(self, victims: list[int]) -> bool:
        for victim in self._dice.sample(victims, min(1, len(victims))):
            with contextlib.suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
                return True
        return False

    def _alive(self, wanted: str) -> list[int]:
        """The supervisor's own children are the web server and the worker; those of the web server answer."""
        top = self._product.process.pid
        direct = [number for number in processes.children_of(top) if processes.parent_of(number) == top]
        worker = [number for number in direct if "elmo worker" in processes.command_of(number)]
        server = [number for number in direct if "granian" in processes.command_of(number)]
        inner = [child for number in server for child in processes.children_of(number)]
        chosen = {"worker": worker, "web server": server, "web process": inner}[wanted]
        return [number for number in chosen if processes.is_alive(number)]
