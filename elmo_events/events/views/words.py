"""What templates may say of any event, whichever feature's page they belong to."""

from datetime import date

from flask import Flask

from elmo_events.events.models import Event
from elmo_events.events.queries import status
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language


def register(app: Flask) -> None:
    app.jinja_env.globals.update(dates_text=dates_text, status_of=status_of, today=today)


def dates_text(event: Event) -> str:
    return event.dates_in(current_language())


def status_of(event: Event) -> status.Status:
    """What a visitor can do about it now."""
    return status.status_of(event, now(), current_language())


def today() -> date:
    """In Helsinki."""
    return dates.local(now()).date()
