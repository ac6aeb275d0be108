"""Sign-up, places, waiting list, change and cancellation."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.registration import models  # noqa: F401  (views will import it)
