"""The server's certificate is checked, and a silent server is given up."""

import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from elmo_events import create_app
from elmo_events.mail import transport
from elmo_events.mail.letters import Letter
from elmo_events.mail.models import Message
from tests.servers import smtp

LETTER = Letter(subject="Hei", text="Hei\n", html="<p>Hei</p>")


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[smtp.Mailroom]:
    """A server that offers STARTTLS with a certificate that nobody vouches for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=elsewhere.example.org",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    mailroom = smtp.Mailroom()
    mailroom.port = smtp.free_port()
    controller = Controller(mailroom, hostname="127.0.0.1", port=mailroom.port, tls_context=context)
    controller.start()
    yield mailroom
    controller.stop()


def _message() -> Message:
    return Message(to_name="", to_address="asa@example.org", language="fi", message_id="<1@localhost>")


def test_a_stranger_with_a_certificate_of_its_own_gets_no_letter(
    database: dict[str, Any], stranger: smtp.Mailroom
) -> None:
    app = create_app(**database | smtp.settings(stranger) | {"MAIL_USE_TLS": True})
    with app.app_context(), pytest.raises(transport.Undelivered) as undelivered:
        transport.send(_message(), LETTER)
    assert not undelivered.value.permanent
    assert stranger.received == []


def test_a_silent_server_is_given_up(database: dict[str, Any]) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        settings = {"MAIL_SERVER": "127.0.0.1", "MAIL_PORT": port, "MAIL_USE_TLS": False, "ELMO_MAIL_TIMEOUT": 0.3}
        app = create_app(**database | settings)
        with app.app_context(), pytest.raises(transport.Undelivered) as undelivered:
            transport.send(_message(), LETTER)
    assert not undelivered.value.permanent


def test_a_wrong_password_of_ours_gives_no_letter_up(database: dict[str, Any]) -> None:
    mailroom = smtp.Mailroom()
    mailroom.port = smtp.free_port()
    controller = Controller(
        mailroom, hostname="127.0.0.1", port=mailroom.port, auth_require_tls=False,
        authenticator=lambda *_arguments: AuthResult(success=False, handled=False),
    )  # fmt: skip
    controller.start()
    try:
        ours = {"MAIL_USERNAME": "elmo", "MAIL_PASSWORD": "wrong"}
        app = create_app(**database | smtp.settings(mailroom) | ours)
        with app.app_context(), pytest.raises(transport.Undelivered) as undelivered:
            transport.send(_message(), LETTER)
    finally:
        controller.stop()
    assert str(undelivered.value).startswith("535")
    assert not undelivered.value.permanent


def test_a_line_break_in_a_name_adds_no_header(database: dict[str, Any]) -> None:
    with smtp.running() as mailroom:
        app = create_app(**database | smtp.settings(mailroom))
        message = _message()
        message.to_name = "Åsa\r\nBcc: everybody@example.org"
        with app.app_context():
            transport.send(message, LETTER)
        assert mailroom.recipients == [message.to_address]
        assert mailroom.received[0]["Bcc"] is None
