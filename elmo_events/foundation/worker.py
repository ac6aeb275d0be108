"""The worker: it takes jobs from the queue, starts the periodic ones and, in processes of their own, the long ones. It says
every minute that it is there.
"""

import logging
from datetime import datetime, timedelta

from flask import Flask

from elmo_events.foundation import jobs
from elmo_events.foundation.clock import now
from elmo_events.foundation.long_jobs import LongJobs

SEEN = "worker seen"
MISSED_AFTER = timedelta(minutes=5)


def work(app: Flask) -> None:
    """Run until SIGINT or SIGTERM; a job that is running then is finished first."""
    jobs.schedule_periodic_jobs(app)
    logging.basicConfig(level=logging.WARNING)
    consumer = app.extensions["huey"].create_consumer(
        workers=1,
        worker_type="thread",
        initial_delay=0.05,
        max_delay=0.3,
        backoff=1.15,
        check_worker_health=True,
        graceful_signal="TERM",
    )
    with LongJobs(app.extensions["long_huey"]):
        consumer.run()


@jobs.every(minutes=1)
def note_that_it_works() -> None:
    """Kept with the queue, which web servers read too. As a job like others it tells that jobs are really done."""
    jobs.keep(SEEN, now().isoformat())


def state() -> str:
    """Whether the worker works, in words for whoever watches it."""
    try:
        seen = jobs.kept(SEEN)
    except Exception:  # whatever the queue's server or file says: to the one who watches it is all the same
        return "not known, the queue does not answer"
    if seen is None:
        return "not seen yet"
    ago = now() - datetime.fromisoformat(seen)
    seconds = max(round(ago.total_seconds()), 0)
    return f"last seen {seconds} s ago" if ago <= MISSED_AFTER else f"not seen for {seconds} s"
