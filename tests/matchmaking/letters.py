"""Letters about requests and meetings, as the outbox keeps them once they are sent, and links in them."""

import re

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.foundation.jobs import run_queued
from elmo_events.mail.models import Message
from elmo_events.matchmaking.models import Participation
from tests import meeting_makers


def letters_to(participation: Participation) -> list[Message]:
    """Oldest first, sent or found to be no longer true."""
    address = meeting_makers.account_of(participation).email
    run_queued()
    db.session.rollback()
    db.session.expire_all()
    return list(db.session.scalars(select(Message).where(Message.to_address == address).order_by(Message.id)))


def kinds_to(participation: Participation) -> list[str]:
    return [message.kind.removeprefix("matchmaking.") for message in letters_to(participation)]


def newest_to(participation: Participation) -> Message:
    return letters_to(participation)[-1]


def link_after(message: Message, words: str) -> str:
    """The path of the address that follows these words in the plain text."""
    found = re.search(rf"^{re.escape(words)}:\nhttp://localhost(\S+)$", message.text or "", re.MULTILINE)
    assert found, f"no link “{words}” in:\n{message.text}"
    return found[1]
