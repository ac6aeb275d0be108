"""Erasing: nobody knows any more who it was; the row, its history and what was sent when stay for the counts."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.registration import actions, queries
from elmo_events.registration.models import SpecialNeed
from elmo_events.registration.rules import RegistrationState
from tests import makers
from tests.client import CheckingClient
from tests.registration.people import person, registered, sign_up, signed_up
from tests.registration.test_own_registration import link_of


def test_erasing_gives_the_place_back_and_leaves_no_name(app: Flask) -> None:
    event = makers.event(makers.organiser(), places=1)
    anna = signed_up(event, accessibility="Pyörätuoli", message="Hei")
    sign_up(event, person(2))
    with transaction():
        actions.erase(anna)
    assert registered(event, person(2)).state == RegistrationState.CONFIRMED
    db.session.refresh(anna)
    assert anna.anonymised_at is not None
    kept = " ".join(str(getattr(anna, column.key)) for column in anna.__table__.columns)
    assert not any(word in kept for word in ("Anna", "Alatalo", "anna@", "alatalo", "Malli", "Hei"))
    assert db.session.query(SpecialNeed).count() == 0
    messages = db.session.query(Message).filter_by(about_id=anna.id).all()
    assert {(message.to_name, message.to_address, message.state) for message in messages} == {
        ("", "", MessageState.OBSOLETE)
    }
    assert [entry.what for entry in queries.history(anna)] == ["signed up", "cancelled", "erased"]


def test_the_same_person_may_sign_up_again_after_it(app: Flask) -> None:
    event = makers.event(makers.organiser())
    anna = signed_up(event)
    with transaction():
        actions.erase(anna)
    assert signed_up(event).id != anna.id


def test_who_took_part_is_known_until_the_organiser_has_shown_it(app: Flask) -> None:
    event = makers.event(makers.organiser(), last_cancellation_at=datetime(2020, 1, 1, tzinfo=UTC))
    anna = signed_up(event)
    with pytest.raises(Refusal, match="90 days"), transaction():
        actions.erase(anna)


def test_the_page_erases_and_the_link_ends(client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    link = link_of(signed_up(event))
    assert "also cancels your registration" in client.get(f"{link}/erasure").text
    after = client.post(f"{link}/erasure")
    assert after.headers["Location"].endswith(f"/events/{event.slug}")
    assert client.get(link).status_code == 404
