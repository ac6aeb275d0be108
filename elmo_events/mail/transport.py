"""Flask-Mail with what it lacks: the server's certificate is checked, and a silent server is given up."""

import re
import smtplib
import ssl
from email import charset, policy
from typing import Any

import structlog
from flask import current_app
from flask_mail import Connection, Mail
from flask_mail import Message as Envelope

from elmo_events.mail.letters import Letter
from elmo_events.mail.models import Message
from elmo_events.mail.rules import is_permanent

log = structlog.get_logger()
AS_IT_IS = policy.compat32.clone(linesep="\r\n")
SPECIAL = re.compile(r'[()<>\[\]:;@\\,"]')  # in a header with addresses
# Flask-Mail sends bodies as they are; a server may refuse a line of more than 998 bytes, and HTML has such lines.
charset.add_charset("utf-8", charset.SHORTEST, charset.QP, "utf-8")


class Undelivered(Exception):
    """The server did not take it; `permanent` when trying again is of no use."""

    def __init__(self, reason: str, permanent: bool) -> None:
        super().__init__(reason)
        self.permanent = permanent


class SafeConnection(Connection):
    """Flask-Mail 0.10 speaks STARTTLS without checking the certificate, and waits for ever."""

    def configure_host(self) -> smtplib.SMTP | smtplib.SMTP_SSL:
        timeout = current_app.config["ELMO_MAIL_TIMEOUT"]
        host: smtplib.SMTP | smtplib.SMTP_SSL
        if self.mail.use_ssl:
            host = smtplib.SMTP_SSL(
                self.mail.server, self.mail.port, timeout=timeout, context=ssl.create_default_context()
            )
        else:
            host = smtplib.SMTP(self.mail.server, self.mail.port, timeout=timeout)
        try:
            self._introduce_ourselves(host)
        except BaseException:
            host.close()
            raise
        return host

    def _introduce_ourselves(self, host: smtplib.SMTP) -> None:
        if self.mail.use_tls and not self.mail.use_ssl:
            host.starttls(context=ssl.create_default_context())
        if self.mail.username and self.mail.password:
            host.login(self.mail.username, self.mail.password)


class SafeMail(Mail):
    def connect(self) -> Connection:
        return SafeConnection(current_app.extensions["mail"])


class WrittenEnvelope(Envelope):
    """All headers are ASCII by the time that they are written: to take each apart again, as Flask-Mail's policy does, costs
    a fifth of a letter's time.
    """

    def as_bytes(self) -> bytes:
        return bytes(self._message().as_bytes(policy=AS_IT_IS))


mail = SafeMail()


def send(message: Message, letter: Letter) -> None:
    """Hand one letter to the SMTP server; in demo mode without a server it is only kept, and read at /mailbox.

    Raises Undelivered.
    """
    if not current_app.config["MAIL_SERVER"]:
        return
    try:
        with mail.connect() as connection:
            connection.send(_envelope(message, letter))
    except smtplib.SMTPRecipientsRefused as error:
        code, reason = next(iter(error.recipients.values()))
        raise Undelivered(_reason(code, reason), is_permanent(code)) from error
    except smtplib.SMTPDataError as error:
        raise Undelivered(_reason(error.smtp_code, error.smtp_error), is_permanent(error.smtp_code)) from error
    except smtplib.SMTPResponseException as error:  # our own password or sender: it can be put right
        raise Undelivered(_reason(error.smtp_code, error.smtp_error), permanent=False) from error
    except (OSError, smtplib.SMTPException) as error:
        raise Undelivered(type(error).__name__, permanent=False) from error


def _envelope(message: Message, letter: Letter) -> Envelope:
    sender = current_app.config["MAIL_DEFAULT_SENDER"]
    envelope = WrittenEnvelope(
        subject=letter.subject,
        recipients=[_named(message.to_name, message.to_address)],
        body=letter.text,
        html=letter.html,
        sender=_named(letter.sender_name, sender),
        reply_to=letter.reply_to,
        extra_headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": message.language,
        },
    )
    envelope.msgId = message.message_id
    for file in letter.files:
        envelope.attach(file.filename, file.content_type, file.content.encode())
    return envelope


def _named(name: str, address: str) -> str:
    """Flask-Mail puts name and address together as they are, and a comma in the name would begin another address. Quotes
    around it would not do: Python's folding loses them in a long header.
    """
    return f'"{" ".join(SPECIAL.sub(" ", name).split())}" <{address}>'


def _reason(code: int, text: Any) -> str:
    """The server's answer without the address that it repeats."""
    words = text.decode(errors="replace") if isinstance(text, bytes) else str(text)
    return f"{code} {' '.join(word for word in words.split() if '@' not in word)}"[:300]
