"""The worker: it takes jobs from the queue and starts the periodic ones."""

import logging

from flask import Flask

from elmo_events.foundation import jobs


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
    consumer.run()
