"""What a library loads without need is not loaded, and is there for whoever does need it."""

import subprocess
import sys

PROGRAM = """
import sys
from elmo_events.foundation import jobs
assert "psycopg" not in sys.modules
import psycopg
"""


def test_the_queue_does_without_postgresql() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
