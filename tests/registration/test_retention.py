"""What is forgotten, and when; each kind at its time and not before."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.retention import forget_what_is_due
from elmo_events.mail.models import Message
from elmo_events.registration import actions, queries
from elmo_events.registration.models import Registration, SpecialNeed
from tests import makers
from tests.registration.people import person, registered, sign_up, signed_up

END = datetime(2026, 12, 9, 10, tzinfo=UTC)


@pytest.fixture
def event(app: Flask) -> Event:
    """One has a place, one waits, one has cancelled."""
    with travel(END - timedelta(days=30)):
        event = makers.event(makers.organiser(), places=2, starts_at=END - timedelta(hours=3), ends_at=END)
        cancelled = signed_up(event, person(3))
        for number in (1, 2):
            sign_up(event, person(number), accessibility="Loop", message="Hei")
        with transaction():
            actions.cancel(cancelled)
            event.admissions[0].places = 2
        sign_up(event, person(4))
    return event


def forget(after: timedelta) -> None:
    with travel(END + after, tick=False):
        forget_what_is_due()
    db.session.rollback()


def known(event: Event) -> set[str]:
    db.session.expire_all()
    return {each.first_name for each in db.session.query(Registration).filter_by(event_id=event.id) if each.first_name}


def test_needs_are_gone_within_a_week(event: Event) -> None:
    forget(timedelta(days=5))
    assert db.session.query(SpecialNeed).count() == 2
    forget(timedelta(days=7))
    assert db.session.query(SpecialNeed).count() == 0
    assert len(known(event)) == 4


def test_who_did_not_take_part_is_unknown_after_a_month(event: Event) -> None:
    forget(timedelta(days=29))
    assert len(known(event)) == 4
    forget(timedelta(days=30))
    assert known(event) == {"Etunimi1", "Etunimi2"}


def test_everybody_is_unknown_after_three_months_but_the_counts_stay(event: Event) -> None:
    anna = registered(event, person(1))
    forget(timedelta(days=89))
    assert known(event) == {"Etunimi1", "Etunimi2"}
    forget(timedelta(days=90))
    assert known(event) == set()
    assert db.session.query(Registration).count() == 4
    assert event.admissions[0].places_taken == 2
    assert queries.history(anna)[-1].what == "anonymised"
    assert {(message.to_name, message.to_address) for message in db.session.query(Message)} == {("", "")}


def test_forgetting_twice_forgets_nothing_more(event: Event) -> None:
    forget(timedelta(days=91))
    entries = len(queries.history(db.session.query(Registration).first()))  # type: ignore[arg-type]
    forget(timedelta(days=92))
    assert len(queries.history(db.session.query(Registration).first())) == entries  # type: ignore[arg-type]


def test_the_command_says_how_much_it_was(app: Flask, event: Event) -> None:
    with travel(END + timedelta(days=91), tick=False):
        said = app.test_cli_runner().invoke(args=["forget"])
    assert said.exit_code == 0
    assert "special needs: 2" in said.output
