"""Once an organiser has put an address right, nothing more goes to the wrong one: each letter holds the personal link."""

import pytest
from flask import Flask

from elmo_events.foundation import jobs
from elmo_events.foundation.database import db, transaction
from elmo_events.mail import actions as outbox
from elmo_events.mail import queries as mail
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.registration import actions
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Facts, Person
from tests import makers
from tests.registration.people import choice, signed_up
from tests.servers.smtp import Mailroom


@pytest.fixture
def mistyped(sending_app: Flask) -> Registration:
    return signed_up(makers.event(makers.organiser()), Person("Anna", "Alatalo", "ana@example.org"))


def put_right(registration: Registration) -> None:
    by = makers.account("editor@example.org")
    told = Facts(organisation=registration.organisation)
    with transaction():
        actions.change(
            registration, Person("Anna", "Alatalo", "anna@example.org"), choice(registration.event), told, by=by
        )


def states(registration: Registration) -> list[tuple[str, MessageState]]:
    db.session.rollback()
    return [(message.to_address, message.state) for message in mail.messages_about("registration", registration.id)]


def test_a_letter_that_still_waits_does_not_go_there(mailroom: Mailroom, mistyped: Registration) -> None:
    put_right(mistyped)
    jobs.run_queued()
    assert mailroom.recipients == ["anna@example.org"]
    assert states(mistyped) == [("ana@example.org", MessageState.OBSOLETE), ("anna@example.org", MessageState.SENT)]


def test_a_letter_that_is_sent_again_does_not_go_there(mailroom: Mailroom, mistyped: Registration) -> None:
    jobs.run_queued()
    put_right(mistyped)
    with transaction():
        outbox.send_again(db.session.query(Message).filter_by(to_address="ana@example.org").one())
    jobs.run_queued()
    assert mailroom.recipients == ["ana@example.org", "anna@example.org"]
