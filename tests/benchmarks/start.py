"""How long until the first page, and how much memory everything takes while nobody comes."""

import time
import urllib.request
from statistics import median

from tests.benchmarks.report import Report
from tests.benchmarks.visits import instance
from tests.servers import processes, web

TRIES, SETTLING = 3, 4.0


def start(report: Report) -> None:
    report.title("`elmo run`")
    waits, memory = [], 0
    for _ in range(TRIES):
        with instance() as settings:
            begun = time.monotonic()
            with web.running(settings) as product:
                urllib.request.urlopen(f"{product.address}/en/", timeout=20).read()
                waits.append(time.monotonic() - begun)
                end = time.monotonic() + SETTLING
                while time.monotonic() < end:
                    time.sleep(0.1)
                everything = [product.process.pid, *processes.children_of(product.process.pid)]
                memory = processes.memory_of(everything)
    report.at_most("until the first page", median(waits), 2, "s")
    report.at_most("memory of everything (PSS)", memory / 1024**2, 250, "MB")
