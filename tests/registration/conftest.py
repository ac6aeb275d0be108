"""A real SMTP server for the letters of this feature."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from tests.servers import smtp
from tests.servers.application import Applications


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
def sending_app(database: dict[str, Any], applications: Applications, mailroom: smtp.Mailroom) -> Iterator[Flask]:
    """The application with that server."""
    with applications.running(database | smtp.settings(mailroom)) as application:
        yield application
