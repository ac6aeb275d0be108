"""One application serves many tests: nothing that one does to it is there in the next."""

from pathlib import Path

from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.foundation.jobs import enqueue, keep, kept, run_queued
from elmo_events.foundation.rate_limits import limit
from elmo_events.foundation.rendered_pages import same_for_everybody
from tests import makers
from tests.conftest import copy_of, settings_in
from tests.servers.application import Applications


def test_nothing_of_one_test_is_left_in_the_next(
    applications: Applications, sqlite_template: Path, tmp_path: Path
) -> None:
    engines = []
    for name in ("one", "another"):
        settings = settings_in(copy_of(sqlite_template, tmp_path / name))
        with applications.running(settings | {"MAIL_PORT": 25 if name == "one" else 26}) as app:
            check_that_it_is_new(app, name)
            leave_traces(app)
            engines.append(db.engine)
    assert engines[0] is not engines[1], "what is remembered of a database would be remembered of the next"


def check_that_it_is_new(app: Flask, name: str) -> None:
    assert Path(app.config["ELMO_INSTANCE"]).name == name
    assert (app.config["ELMO_MODE"], app.config.get("LEFT")) == ("demo", None)
    assert app.extensions["mail"].port == app.config["MAIL_PORT"]
    assert db.session.query(Account).count() == 0
    assert (kept("seen"), run_queued()) == (None, 0)
    limit("tests", "anna@example.org", most=1, seconds=1_000_000)
    with app.test_request_context("/fi/"):
        assert same_for_everybody(1, lambda: (name, 200))[0] == name


def leave_traces(app: Flask) -> None:
    app.config["ELMO_MODE"], app.config["LEFT"] = "production", True
    makers.account()
    keep("seen", "now")
    enqueue("mail.deliver", 1)
