"""Several clicks on the same link at once: one signs in by it, one account is opened, nobody meets an error."""

from flask import Flask

from elmo_events.accounts import actions
from elmo_events.accounts.emails import SIGN_IN
from elmo_events.accounts.models import Account, UsedLink
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.links import sign_for_a_while
from tests.at_once import TIMES, at_once

ADDRESS = "maria@example.org"


def test_a_link_that_is_used_many_times_at_once_is_used_once(app: Flask) -> None:
    token = sign_for_a_while(SIGN_IN, [ADDRESS, "mark"])

    def use(_: int) -> None:
        with transaction():
            actions.use_sign_in_link(token, "en")

    assert sorted(at_once(app, use)) == ["done"] + ["refused"] * (TIMES - 1)
    assert (db.session.query(UsedLink).count(), db.session.query(Account).count()) == (1, 1)


def test_who_enters_many_times_at_once_has_one_account(app: Flask) -> None:
    def enter(_: int) -> None:
        with transaction():
            actions.enter(ADDRESS, "en")

    assert at_once(app, enter) == ["done"] * TIMES
    (account,) = db.session.query(Account).all()
    assert (account.is_participant, account.last_sign_in_at is not None) == (True, True)
