"""Feedback: given, due in 14 days, answered, closed, forgotten."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.mail.models import Message
from elmo_events.site import queries
from elmo_events.site.models import FeedbackCase
from elmo_events.site.retention import forget_feedback
from elmo_events.site.rules import FeedbackKind
from tests import makers
from tests.client import CheckingClient

WRITTEN = {
    "kind": "accessibility", "message": "The map has no text.\nPlease add <b>one</b>.", "about_page": "/en/",
    "name": "Åsa Öberg", "email": "asa@example.org",
}  # fmt: skip


def give(client: CheckingClient, **changes: str) -> Any:
    return client.post("/en/feedback", data=WRITTEN | changes)


def open_cases() -> Sequence[FeedbackCase]:
    """As they are now: the test's own session would still see what it read before."""
    db.session.rollback()
    return queries.open_cases()


def the_case() -> FeedbackCase:
    (case,) = open_cases()
    return case


def administrator(client: CheckingClient) -> None:
    client.sign_in(makers.account("admin@example.org", is_network_administrator=True))


def test_feedback_becomes_a_case_that_is_due_in_14_days(client: CheckingClient) -> None:
    response = give(client)
    assert response.status_code == 302
    case = the_case()
    assert (case.kind, case.name, case.language) == (FeedbackKind.ACCESSIBILITY, "Åsa Öberg", "en")
    assert timedelta(days=13, hours=23) < case.due_at - now() <= timedelta(days=14)
    assert "You get an answer" in client.get(response.location).get_data(as_text=True)


def test_the_network_gets_it_by_email(client: CheckingClient, app: Flask) -> None:
    give(client)
    run_queued()
    message = db.session.query(Message).one()
    assert message.to_address == app.config["MAIL_DEFAULT_SENDER"]
    assert "Please add <b>one</b>." in (message.text or "")
    assert "&lt;b&gt;one&lt;/b&gt;" in (message.html or "")


def test_name_and_address_can_be_left_out(client: CheckingClient) -> None:
    response = give(client, name="", email="")
    assert the_case().email == ""
    assert "You left no address" in client.get(response.location).get_data(as_text=True)


@pytest.mark.parametrize("wrong", [{"message": "  "}, {"email": "no address"}, {"kind": "praise"}])
def test_what_is_wrong_is_said_and_nothing_is_lost(client: CheckingClient, wrong: dict[str, str]) -> None:
    response = give(client, **wrong)
    assert response.status_code == 422
    assert "There is a problem with the form" in response.get_data(as_text=True)
    assert 'value="Åsa Öberg"' in response.get_data(as_text=True)
    assert open_cases() == []


def test_a_machine_is_thanked_and_not_listened_to(client: CheckingClient) -> None:
    assert give(client, website="https://spam.example").status_code == 302
    assert open_cases() == []


def test_too_much_feedback_from_one_origin_is_stopped(client: CheckingClient) -> None:
    answers = [give(client).status_code for _ in range(31)]
    assert answers[-2:] == [302, 429]


def test_an_accessibility_link_chooses_the_subject(client: CheckingClient) -> None:
    page = client.get("/en/feedback?kind=accessibility").get_data(as_text=True)
    chosen = [line for line in page.splitlines() if 'value="accessibility"' in line]
    assert "checked" in chosen[0]


def test_an_administrator_answers_and_the_sender_gets_it(client: CheckingClient) -> None:
    give(client)
    administrator(client)
    assert "The map has no text." in client.get("/en/network/feedback").get_data(as_text=True)
    address = f"/en/network/feedback/{the_case().id}"
    assert "Åsa Öberg" in client.get(address).get_data(as_text=True)
    assert client.post(address, data={"answer": ""}).status_code == 422
    assert client.post(address, data={"answer": "It has one now."}).status_code == 302
    run_queued()
    assert open_cases() == []
    answer = db.session.query(Message).filter_by(to_address="asa@example.org").one()
    assert "It has one now." in (answer.text or "")
    assert "It has one now." in client.get(address).get_data(as_text=True)


def test_a_case_can_be_closed_once_without_an_answer(client: CheckingClient) -> None:
    give(client, email="")
    administrator(client)
    closing = f"/en/network/feedback/{the_case().id}/closing"
    assert client.post(closing).status_code == 302
    assert client.post(closing).status_code == 422
    assert "Closed" in client.get("/en/network/feedback").get_data(as_text=True)


def test_only_network_administrators_read_feedback(client: CheckingClient) -> None:
    give(client)
    case_id = the_case().id
    assert client.get("/en/network/feedback").status_code == 302
    client.sign_in(makers.member(makers.organiser()))
    for address in ("/en/network/feedback", f"/en/network/feedback/{case_id}"):
        assert client.get(address).status_code == 404


def test_a_late_case_is_marked(client: CheckingClient) -> None:
    give(client)
    with transaction():
        the_case().due_at = now() - timedelta(days=1)
    administrator(client)
    assert "Late" in client.get("/en/network/feedback").get_data(as_text=True)


def test_feedback_is_forgotten_a_year_after_it_was_closed(client: CheckingClient) -> None:
    give(client)
    give(client)
    with transaction():
        queries.open_cases()[0].closed_at = now() - timedelta(days=366)
    with transaction():
        assert forget_feedback(now()) == 1
    assert len(open_cases()) == 1
