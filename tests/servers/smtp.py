"""A real SMTP server on this machine that keeps what it receives, and can be told to refuse."""

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mailroom:
    """What the server received, and which addresses it refuses with which answer."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.refused: dict[str, str] = {}
        self.port = 0

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.received.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]
        self.recipients += envelope.rcpt_tos
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        return [letter for letter in self.received if address in str(letter["To"])]


@contextmanager
def running() -> Iterator[Mailroom]:
    mailroom = Mailroom()
    mailroom.port = free_port()
    controller = Controller(mailroom, hostname="127.0.0.1", port=mailroom.port)
    controller.start()
    try:
        yield mailroom
    finally:
        controller.stop()


def free_port() -> int:
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def settings(mailroom: Mailroom) -> dict[str, Any]:
    """Settings that send e-mail there: a server on this machine needs no TLS."""
    return {
        "MAIL_SERVER": "127.0.0.1",
        "MAIL_PORT": mailroom.port,
        "MAIL_USE_TLS": False,
        "ELMO_MAIL_TIMEOUT": 2.0,
    }
