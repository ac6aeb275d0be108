"""When an e-mail is tried again, and when it is given up."""

from datetime import timedelta
from enum import StrEnum

LEASE = timedelta(minutes=5)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440))
BODY_KEPT = timedelta(days=30)


class MessageState(StrEnum):
    WAITING = "waiting"  # to be sent, or to be tried again
    SENDING = "sending"  # a worker holds it; its lease says until when
    SENT = "sent"
    FAILED = "failed"  # given up: refused for good, or tried for two days
    OBSOLETE = "obsolete"  # what it tells of is gone


def pause_after(attempts: int) -> timedelta | None:
    """How long to wait after this many failed tries; None when it is time to give up."""
    return PAUSES[attempts - 1] if attempts <= len(PAUSES) else None


def is_permanent(smtp_code: int) -> bool:
    """5xx means no, 4xx means later (RFC 5321, section 4.2.1)."""
    return 500 <= smtp_code < 600  # noqa: PLR2004
