"""The button that deletes is pressed many times at once: it is deleted, and the others learn that it isn't there."""

import pytest
from flask import Flask
from sqlalchemy.orm.exc import ObjectDeletedError

from elmo_events.foundation.database import db, lock, transaction
from elmo_events.profiles import actions
from elmo_events.profiles.models import Avoidance, Profile, Statement
from elmo_events.profiles.rules import Direction
from tests.at_once import TIMES, at_once
from tests.meeting_makers import profile as made_profile
from tests.meeting_makers import statement as made_statement


def test_a_statement_and_an_avoidance(app: Flask, aino: Profile) -> None:
    statement = made_statement(aino, Direction.OFFER, "A pilot line")
    otso = made_profile("otso@example.org")
    with transaction():
        actions.avoid_person(aino, otso)
    avoidance = db.session.query(Avoidance).one()
    clients = [app.test_client() for _ in range(TIMES)]
    for client in clients:
        client.sign_in(aino.account)  # type: ignore[attr-defined]
    for address, model in (
        (f"/en/profile/statements/{statement.id}/deletion", Statement),
        (f"/en/profile/avoidances/{avoidance.id}/removal", Avoidance),
    ):
        found = at_once(app, lambda number, address=address: clients[number].post(address).status_code)
        assert set(found) <= {302, 404}
        assert 302 in found
        db.session.rollback()
        assert db.session.query(model).count() == 0


def test_what_somebody_deletes_meanwhile_is_not_there(app: Flask, aino: Profile) -> None:
    """Loaded before it went, as a page does that waits for its turn to write."""
    statement = made_statement(aino, Direction.OFFER, "A pilot line")
    with db.engine.begin() as other:
        other.exec_driver_sql(f"DELETE FROM statement WHERE id = {statement.id}")
    with transaction(), pytest.raises(ObjectDeletedError):
        lock(statement)
