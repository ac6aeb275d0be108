"""Logs hold no personal data, whatever fails."""

import traceback

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.logs import without_details
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person
from tests import makers
from tests.registration.people import ANNA, signed_up


def test_the_database_tells_no_log_what_somebody_typed(app: Flask) -> None:
    event = makers.event(makers.organiser())
    first = signed_up(event, ANNA)
    second = signed_up(event, Person("Bertta", "Berg", "bertta@example.org"))
    with pytest.raises(IntegrityError) as refused, transaction():
        same = update(Registration).where(Registration.id == second.id).values(person_key=first.person_key)
        db.session.execute(same)
    written = "".join(traceback.format_exception(refused.value))
    logged = str(without_details(None, "error", {"exception": written})["exception"])
    assert "IntegrityError" in logged
    assert "UPDATE registration" in logged
    for word in ("anna@example.org", "alatalo"):
        assert word not in logged
