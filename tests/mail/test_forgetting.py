"""Letters that nobody sends again do not keep the addresses that they went to."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.accounts.retention import forget_letters as forget_letters_of_accounts
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.retention import Forgetter
from elmo_events.mail.models import Message
from elmo_events.mail.rules import BODY_KEPT, MessageState
from elmo_events.organisers.retention import forget_letters as forget_letters_of_organisers
from elmo_events.site.retention import forget_letters as forget_letters_of_feedback
from tests import makers


def letter(about_kind: str, state: MessageState, days_ago: int) -> None:
    made_at = now() - timedelta(days=days_ago)
    makers.saved(
        Message(
            kind="test.greeting", about_kind=about_kind, about_id=1, language="fi", to_address="anna@example.org",
            message_id="<1@example.org>", state=state, created_at=made_at, sent_at=made_at,
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("about_kind", "forget"),
    [
        ("account", forget_letters_of_accounts),
        ("organiser", forget_letters_of_organisers),
        ("feedback", forget_letters_of_feedback),
    ],
)
def test_old_letters_are_gone(app: Flask, about_kind: str, forget: Forgetter) -> None:
    old = BODY_KEPT.days + 1
    letter(about_kind, MessageState.SENT, old)
    letter(about_kind, MessageState.FAILED, old)
    letter(about_kind, MessageState.WAITING, old)
    letter(about_kind, MessageState.SENT, 1)
    letter("registration", MessageState.SENT, old)
    with transaction():
        assert forget(now()) == 2
    left = {(message.about_kind, message.state) for message in db.session.scalars(select(Message))}
    assert left == {
        (about_kind, MessageState.WAITING), (about_kind, MessageState.SENT), ("registration", MessageState.SENT),
    }  # fmt: skip
