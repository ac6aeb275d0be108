"""`elmo mail` tells how the outbox is, and lets what was given up go out after all."""

from flask import Flask

from elmo_events.foundation import jobs
from elmo_events.mail.jobs import sweep
from tests.mail.conftest import written
from tests.servers.smtp import Mailroom


def test_what_was_given_up_can_be_sent_anew(app: Flask, mailroom: Mailroom) -> None:
    mailroom.refused["asa@example.org"] = "550 5.7.1 we don't know you"
    written()
    jobs.run_queued()
    run = app.test_cli_runner().invoke
    assert run(args=["mail", "status"]).output.split() == ["failed", "1"]
    mailroom.refused.clear()
    assert run(args=["mail", "retry"]).output == "1 e-mails wait to be sent again.\n"
    sweep()
    assert len(mailroom.received) == 1
    assert run(args=["mail", "status"]).output.split() == ["sent", "1"]
