"""The audit log holds ids and numbers, and is forgotten after two years."""

from datetime import timedelta

from flask import Flask

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import AuditEntry
from elmo_events.accounts.queries import audit_entries, count_audit_entries, names_of
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.retention import forget_what_is_due
from tests import makers


def test_who_did_what_is_found_by_organiser(app: Flask) -> None:
    account = makers.account(name="Anna")
    with transaction():
        record(account, "attendees exported", ("event", 3), 7, rows=12)
        record(None, "something else", ("event", 3), 8)
    (entry,) = audit_entries(7)
    assert (entry.account_id, entry.details, count_audit_entries(7)) == (account.id, {"rows": 12}, 1)
    assert names_of([account.id, None, 99]) == {account.id: "Anna"}


def test_old_entries_are_forgotten(app: Flask) -> None:
    makers.saved(AuditEntry(action="old", about_kind="event", at=now() - timedelta(days=731)))
    makers.saved(AuditEntry(action="newer", about_kind="event", at=now() - timedelta(days=729)))
    assert forget_what_is_due()["old audit entries"] == 1
    assert [entry.action for entry in db.session.query(AuditEntry)] == ["newer"]
