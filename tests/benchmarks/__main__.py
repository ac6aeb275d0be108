"""`make bench`: every figure against a yardstick of the same run. Quiet machine, please: nothing else should run.

`make bench BENCH="page start"` measures only some: page, sign-up, rate, crowd, start, lists, score, meetings.
"""

import os
import sys

from tests.benchmarks import attendees, matching, meetings, start, visits, yardsticks
from tests.benchmarks.report import Report

ALL = ("page", "sign-up", "rate", "crowd", "start", "lists", "score", "meetings")


def main(wanted: list[str]) -> int:
    report = Report()
    report.title(f"Yardstick, on {os.cpu_count()} cores (load {os.getloadavg()[0]:.1f})")
    hello = yardsticks.hello()
    report.note("CPU of a request to a one-line Flask view, “hello”", f"{hello * 1000:.3f} ms")
    parts = {
        "page": lambda: visits.event_page(report, hello),
        "sign-up": lambda: visits.whole_sign_up(report, hello),
        "rate": lambda: visits.sign_ups_per_second(report, hello),
        "crowd": lambda: visits.two_hundred_at_once(report),
        "start": lambda: start.start(report),
        "lists": lambda: attendees.main([10_000, 100_000]),
        "score": lambda: matching.main(report),
        "meetings": lambda: meetings.main(report, hello),
    }
    for name in wanted or ALL:
        parts[name]()
    print("\nMissed: " + ("; ".join(report.missed) or "nothing"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
