"""Closed accounts lose their names, old audit entries go."""

from datetime import timedelta

from flask import Flask

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.accounts.retention import forget_closed_accounts, forget_old_entries
from elmo_events.accounts.rules import AUDIT_KEPT, CLOSED_ACCOUNT_KEPT
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from tests import makers

A_DAY = timedelta(days=1)


def test_the_name_on_a_closed_account_is_forgotten_after_ninety_days(app: Flask) -> None:
    makers.account("anna@example.org", name="Anna", closed_at=now() - CLOSED_ACCOUNT_KEPT - A_DAY)
    makers.account("bertta@example.org", name="Bertta", closed_at=now() - CLOSED_ACCOUNT_KEPT + A_DAY)
    makers.account("cecilia@example.org", name="Cecilia")
    with transaction():
        assert forget_closed_accounts(now()) == 1
    with transaction():
        assert forget_closed_accounts(now()) == 0
    names = {account.name: account.email for account in db.session.query(Account)}
    assert names == {"": "closed 1", "Bertta": "bertta@example.org", "Cecilia": "cecilia@example.org"}


def test_audit_entries_go_after_two_years(app: Flask) -> None:
    makers.saved(AuditEntry(action="account closed", about_kind="account", at=now() - AUDIT_KEPT - A_DAY))
    makers.saved(AuditEntry(action="account closed", about_kind="account", at=now() - AUDIT_KEPT + A_DAY))
    with transaction():
        assert forget_old_entries(now()) == 1
    assert db.session.query(AuditEntry).count() == 1
