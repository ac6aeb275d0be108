"""A letter of our own to test the outbox with, and a real SMTP server."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from elmo_events.foundation.database import transaction
from elmo_events.mail import actions
from elmo_events.mail.letters import File, Letter, letter
from elmo_events.mail.models import Message
from tests.servers import smtp
from tests.servers.application import Applications


@letter("test.greeting")
def _greeting(message: Message) -> Letter | None:
    if message.parameters.get("gone"):
        return None
    if message.parameters.get("broken"):
        raise ValueError("this letter can't be composed")
    return Letter(
        subject=f"Hei {message.to_name}",
        text="Tervetuloa, Åsa!\n",
        html="<p>Tervetuloa, Åsa!</p>",
        files=[File("tapahtuma.ics", "text/calendar; method=REQUEST; charset=utf-8", "BEGIN:VCALENDAR")],
        sender_name="Demo-liitto Lappi",
        reply_to=message.parameters.get("reply_to", "lappi@example.org"),
    )


@pytest.fixture
def mailroom() -> Iterator[smtp.Mailroom]:
    with smtp.running() as running:
        yield running


@pytest.fixture
def app(database: dict[str, Any], applications: Applications, mailroom: smtp.Mailroom) -> Iterator[Flask]:
    with applications.running(database | smtp.settings(mailroom)) as application:
        yield application


def written(address: str = "asa@example.org", **parameters: Any) -> Message:
    with transaction():
        return actions.write(
            "test.greeting",
            to_name="Åsa Öberg",
            to_address=address,
            language="fi",
            about=("test", 1),
            **parameters,
        )
