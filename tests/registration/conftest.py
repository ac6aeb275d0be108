"""A real SMTP server for the letters of this feature."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from elmo_events import create_app
from elmo_events.foundation.database import db
from tests.servers import smtp


@pytest.fixture(scope="session")
def mail_server() -> Iterator[smtp.Mailroom]:
    with smtp.running() as running:
        yield running


@pytest.fixture
def mailroom(mail_server: smtp.Mailroom) -> smtp.Mailroom:
    mail_server.received.clear()
    mail_server.recipients.clear()
    return mail_server


@pytest.fixture
def sending_app(database: dict[str, Any], mailroom: smtp.Mailroom) -> Iterator[Flask]:
    """The application with that server."""
    application = create_app(**database | smtp.settings(mailroom))
    with application.app_context():
        yield application
        db.session.remove()
        db.engine.dispose()
