"""An e-mail is written with what it tells of, and sent once, whatever happens in between."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select, update

from elmo_events.foundation import jobs
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail import actions, queries, rules
from elmo_events.mail.jobs import sweep
from elmo_events.mail.models import Message
from elmo_events.mail.retention import forget_bodies
from elmo_events.mail.rules import MessageState
from tests.mail.conftest import written
from tests.servers.smtp import Mailroom


def only_message() -> Message:
    db.session.expire_all()
    return db.session.scalars(select(Message)).one()


def test_it_is_sent_after_the_transaction(app: Flask, mailroom: Mailroom) -> None:
    written()
    assert mailroom.received == []
    jobs.run_queued()
    (received,) = mailroom.received
    assert received["Subject"] == "Hei Åsa Öberg"
    assert received["To"] == "Åsa Öberg <asa@example.org>"
    assert received["From"] == "Demo-liitto Lappi <elmo-events@example.org>"
    assert received["Reply-To"] == "lappi@example.org"
    assert received["Auto-Submitted"] == "auto-generated"
    assert received["Message-ID"] == only_message().message_id
    assert received.get_body(("plain",)).get_content().startswith("Tervetuloa, Åsa!")
    assert received.get_body(("html",)).get_content().startswith("<p>")
    (file,) = received.iter_attachments()
    assert file.get_content_type() == "text/calendar"
    assert file.get_filename() == "tapahtuma.ics"
    assert only_message().state == MessageState.SENT


def test_what_was_undone_sends_nothing(app: Flask, mailroom: Mailroom) -> None:
    with pytest.raises(Refusal), transaction():
        actions.write("test.greeting", to_name="", to_address="a@example.org", language="fi", about=("test", 1))
        raise Refusal("No.")
    jobs.run_queued()
    assert mailroom.received == []
    assert db.session.scalars(select(Message)).all() == []


def test_a_lost_nudge_is_found_by_the_sweep(app: Flask, mailroom: Mailroom) -> None:
    written()
    app.extensions["huey"].flush()
    sweep()
    assert len(mailroom.received) == 1


def test_a_second_nudge_sends_nothing_more(app: Flask, mailroom: Mailroom) -> None:
    message = written()
    actions.deliver(message.id)
    actions.deliver(message.id)
    assert len(mailroom.received) == 1


def test_a_letter_that_cannot_be_written_down_keeps_no_other_from_being_sent(app: Flask, mailroom: Mailroom) -> None:
    broken, sound = written(reply_to="typo@öljy..fi"), written()
    sweep()
    assert len(mailroom.received) == 1
    db.session.expire_all()
    assert (broken.state, sound.state) == (MessageState.WAITING, MessageState.SENT)
    assert broken.last_error == "UnicodeError"
    assert broken.due_at > now()


def test_what_a_killed_worker_held_is_sent_when_its_lease_ends(app: Flask, mailroom: Mailroom) -> None:
    message = written()
    with transaction():
        held = {"state": MessageState.SENDING, "leased_until": now() + rules.LEASE, "lease": "of a killed worker"}
        db.session.execute(update(Message).where(Message.id == message.id).values(**held))
    sweep()
    assert mailroom.received == []
    with time_machine.travel(now() + rules.LEASE + timedelta(seconds=1)):
        sweep()
    assert len(mailroom.received) == 1


def test_a_letter_says_more_while_it_waits_and_not_while_it_is_being_sent(app: Flask) -> None:
    message = written()
    with transaction():
        assert actions.say_more(message, more=True)
    assert only_message().parameters["more"]
    with transaction():
        known = only_message()
        taken = update(Message).values(state=MessageState.SENDING).execution_options(synchronize_session=False)
        db.session.execute(taken)  # by another worker, since we have read it
        assert not actions.say_more(known, more=False)
    assert only_message().parameters["more"]


def test_an_address_refused_for_good_is_given_up(app: Flask, mailroom: Mailroom) -> None:
    mailroom.refused["nobody@example.org"] = "550 5.1.1 <nobody@example.org> unknown"
    written("nobody@example.org")
    jobs.run_queued()
    message = only_message()
    assert message.state == MessageState.FAILED
    assert message.last_error == "550 5.1.1 unknown"  # without the address


def test_a_passing_failure_is_tried_again_with_growing_pauses(app: Flask, mailroom: Mailroom) -> None:
    mailroom.refused["full@example.org"] = "452 4.2.2 mailbox full"
    written("full@example.org")
    jobs.run_queued()
    first = only_message()
    assert first.state == MessageState.WAITING
    assert timedelta(seconds=50) < first.due_at - now() <= rules.PAUSES[0]
    del mailroom.refused["full@example.org"]
    with time_machine.travel(now() + rules.PAUSES[0]):
        sweep()
    assert len(mailroom.received) == 1
    assert only_message().state == MessageState.SENT


def test_it_is_given_up_when_all_pauses_are_used(app: Flask, mailroom: Mailroom) -> None:
    mailroom.refused["full@example.org"] = "452 4.2.2 mailbox full"
    written("full@example.org")
    moment = now()
    for pause in (timedelta(0), *rules.PAUSES):
        moment += pause + timedelta(seconds=1)
        with time_machine.travel(moment):
            sweep()
    assert only_message().state == MessageState.FAILED


def test_a_letter_about_what_is_gone_is_not_sent(app: Flask, mailroom: Mailroom) -> None:
    written(gone=True)
    jobs.run_queued()
    assert mailroom.received == []
    assert only_message().state == MessageState.OBSOLETE


def test_a_letter_that_cannot_be_composed_stops_no_other(app: Flask, mailroom: Mailroom) -> None:
    broken = written(broken=True)
    written("other@example.org")
    sweep()
    assert mailroom.recipients == ["other@example.org"]
    assert db.session.get_one(Message, broken.id, populate_existing=True).last_error == "ValueError"


def test_what_may_go_out_once_is_refused_by_the_database(app: Flask) -> None:
    written(once="reminder:1")
    with pytest.raises(Exception, match=r"(?i)unique"):
        written(once="reminder:1")


def test_it_can_be_sent_again_under_its_own_message_id(app: Flask, mailroom: Mailroom) -> None:
    message = written()
    jobs.run_queued()
    with transaction():
        actions.send_again(message)
    with pytest.raises(Refusal), transaction():
        actions.send_again(message)
    jobs.run_queued()
    assert [letter["Message-ID"] for letter in mailroom.received] == [message.message_id] * 2


def test_the_body_is_forgotten_after_thirty_days(app: Flask, mailroom: Mailroom) -> None:
    written()
    jobs.run_queued()
    with transaction():
        assert forget_bodies(now() + rules.BODY_KEPT - timedelta(hours=1)) == 0
    with transaction():
        assert forget_bodies(now() + rules.BODY_KEPT + timedelta(hours=1)) == 1
    message = only_message()
    assert (message.subject, message.text, message.html, message.attachments) == (None, None, None, [])
    assert message.sent_at is not None


def test_a_due_time_in_the_future_is_waited_for(app: Flask, mailroom: Mailroom) -> None:
    written(due_at=now() + timedelta(hours=1))
    jobs.run_queued()
    sweep()
    assert mailroom.received == []
    assert queries.due(now() + timedelta(hours=2)) == [only_message().id]
