"""Events: their parts, programme, admissions and publication; public pages and calendars."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.events import models  # noqa: F401  (views will import it)
