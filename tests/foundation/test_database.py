"""Transactions: committed at the end, undone on a refusal; a lock needs one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import after_commit, db, lock, transaction
from elmo_events.foundation.refusals import Refusal
from tests import makers


def test_a_transaction_is_committed_at_its_end(app: Flask) -> None:
    makers.account("anna@example.org")
    db.session.remove()
    assert db.session.query(Account).one().email == "anna@example.org"


def test_a_refusal_undoes_everything_and_what_was_to_follow(app: Flask) -> None:
    followed: list[str] = []
    with pytest.raises(Refusal), transaction():
        db.session.add(Account(email="anna@example.org", name="Anna"))
        after_commit(lambda: followed.append("sent"))
        db.session.flush()
        raise Refusal("No.")
    with transaction():
        pass
    assert db.session.query(Account).count() == 0
    assert followed == []


def test_a_transaction_does_not_stand_inside_another(app: Flask) -> None:
    with pytest.raises(RuntimeError), transaction(), transaction():
        pass


def test_a_lock_needs_a_transaction(app: Flask) -> None:
    account = makers.account()
    with pytest.raises(RuntimeError):
        lock(account)
    with transaction():
        lock(account)


def test_what_was_loaded_before_is_read_afresh_inside(app: Flask) -> None:
    account = makers.account(name="Anna")
    with db.engine.connect() as other:
        other.exec_driver_sql("UPDATE account SET name = 'Bertta'")
        other.commit()
    with transaction():
        assert account.name == "Bertta"


def test_what_a_page_reads_is_of_one_moment(app: Flask) -> None:
    """Else a page could find in its second question that half of what the first one told is gone."""
    account = makers.account(name="Anna")
    db.session.rollback()
    assert db.session.query(Account).count() == 1
    with db.engine.connect() as other:
        other.exec_driver_sql(f"UPDATE account SET name = 'Bertta' WHERE id = {account.id}")
        other.commit()
    db.session.expire_all()
    assert account.name == "Anna"
    db.session.rollback()
    assert account.name == "Bertta"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)  # on SQLite there is one who writes at a time
def test_of_two_who_wait_for_each_other_one_goes_on(app: Flask) -> None:
    numbers = [makers.account(f"{name}@example.org").id for name in ("aino", "bo")]
    both_hold_one = Barrier(2)

    def lock_both(first: int, second: int) -> str:
        with app.app_context():
            try:
                with transaction():
                    lock(db.session.get_one(Account, first))
                    both_hold_one.wait(timeout=30)
                    lock(db.session.get_one(Account, second))
            except Refusal as refusal:
                return str(refusal)
            finally:
                db.session.remove()
            return "done"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(lock_both, numbers, reversed(numbers)))
    assert answers == ["Very many people are registering right now. Please try again in a moment.", "done"]
