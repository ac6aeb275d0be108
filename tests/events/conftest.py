"""An event to change, somebody who may change it, and an ear for signals."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.events import signals
from elmo_events.events.models import Event, ProgrammeSession
from elmo_events.events.rules import (
    EventState,
)
from elmo_events.foundation.database import transaction
from tests import makers
from tests.events.changes import local

SIGNALS = (
    signals.event_moved,
    signals.places_raised,
    signals.event_cancelled,
    signals.event_copied,
    signals.event_hidden,
)


@pytest.fixture
def event(app: Flask) -> Event:
    """A published event on 3 March from 9 to 12, with a session."""
    makers.taxonomy()
    made = makers.event(makers.organiser(), starts_at=local(3, 3), ends_at=local(3, 3, 12))
    with transaction():
        made.sessions.append(
            ProgrammeSession(starts_at=local(3, 3, 10), ends_at=local(3, 3, 11), title={"fi": "Avaus"})
        )
    return made


@pytest.fixture
def draft(event: Event) -> Event:
    with transaction():
        event.state, event.published_at = EventState.DRAFT, None
        event.closes_at, event.last_cancellation_at = local(2, 24, 23, 59), local(2, 24, 23, 59)
    return event


@pytest.fixture
def editor(event: Event) -> Account:
    return makers.member(event.organiser)


@pytest.fixture
def heard() -> Iterator[list[tuple[str, dict[str, Any]]]]:
    """The signals that were sent, with their keywords."""
    found: list[tuple[str, dict[str, Any]]] = []

    def listener(name: str) -> Callable[..., None]:
        return lambda sender, **keywords: found.append((name, keywords))

    listeners = [(signal, listener(signal.name)) for signal in SIGNALS]
    for signal, receive in listeners:
        signal.connect(receive)
    yield found
    for signal, receive in listeners:
        signal.disconnect(receive)
