"""Profiles of those who stay away for a year: a warning, then a month, then nothing is left."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from elmo_events.accounts.actions import enter
from elmo_events.accounts.models import Account
from elmo_events.foundation import jobs
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.retention import forget_what_is_due
from elmo_events.mail.models import Message
from elmo_events.profiles import actions
from elmo_events.profiles.jobs import keep_profiles_true
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import Direction
from tests import makers
from tests.accounts.letters import newest_letter, path_in
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile
from tests.meeting_makers import registration
from tests.meeting_makers import statement as made_statement

START = datetime(2027, 1, 11, 8, tzinfo=UTC)


@pytest.fixture
def aino(app: Flask) -> Profile:
    with travel(START, tick=False):
        account = makers.account("aino@example.org", language="en", is_participant=True)
        aino = made_profile("aino@example.org", account=account)
        made_statement(aino, Direction.OFFER, "Pyrolysis pilot line")
    return aino


def night(number: int) -> None:
    """What happens between one evening and the next, so many days after the start."""
    with travel(START + timedelta(days=number), tick=False):
        forget_what_is_due()
        keep_profiles_true()
        jobs.run_queued()
    db.session.rollback()
    db.session.expire_all()


def profiles() -> int:
    db.session.rollback()
    return db.session.query(Profile).count()


def kinds() -> list[str]:
    return [message.kind for message in db.session.query(Message).order_by(Message.id)]


def test_who_stays_away_is_warned_and_a_month_later_forgotten(aino: Profile) -> None:
    night(364)
    assert kinds() == []
    night(365)
    night(365)
    night(366)
    assert kinds() == ["profiles.warning"]
    letter = newest_letter()
    assert letter.subject == "Your profile will be erased on 10 February 2028"
    assert "10 February 2028" in (letter.text or "")
    night(394)
    assert profiles() == 1
    night(395)
    assert profiles() == 0
    assert db.session.query(Account).count() == 1
    assert kinds() == []


def test_the_letter_keeps_the_profile(client: CheckingClient, aino: Profile) -> None:
    night(365)
    with travel(START + timedelta(days=380), tick=False):
        page = client.post(path_in(newest_letter())).headers["Location"]
        assert page.endswith("/profile/still-open")
        assert "Your own details" in client.get("/en/profile/still-open").text
        client.post("/en/profile/confirmation-of-all")
    night(381)
    assert kinds() == ["profiles.warning"]
    for number in (395, 420):
        night(number)
    assert profiles() == 1


def test_signing_in_is_enough_to_keep_it(aino: Profile) -> None:
    night(365)
    with transaction():
        aino.account.last_sign_in_at = START + timedelta(days=394)
    night(395)
    assert profiles() == 1
    assert db.session.query(Profile).one().warned_at is None
    night(394 + 365)
    assert newest_letter().subject == "Your profile will be erased on 10 March 2029"
    night(394 + 365 + 30)
    assert profiles() == 0


def test_a_new_registration_keeps_it_too(aino: Profile) -> None:
    with travel(START + timedelta(days=300), tick=False):
        registration(makers.event(makers.organiser()), "Aino@example.org", created_at=START + timedelta(days=300))
    night(365)
    assert "profiles.warning" not in kinds()


def test_whose_account_was_closed_is_forgotten_a_month_later(aino: Profile) -> None:
    with transaction():
        aino.account.closed_at = START + timedelta(days=10)
    night(39)
    assert profiles() == 1
    night(40)
    assert profiles() == 0
    assert kinds() == []


def test_nobody_else_is_forgotten(aino: Profile) -> None:
    with travel(START + timedelta(days=100), tick=False):
        made_profile("otso@example.org", first_name="Otso")
    for number in (365, 395):
        night(number)
    assert [one.first_name for one in db.session.query(Profile)] == ["Otso"]


def test_letters_are_forgotten_after_a_month(aino: Profile) -> None:
    with transaction():
        aino.account.last_sign_in_at = START + timedelta(days=360)
    night(365)
    assert kinds() == ["profiles.still_open"]
    with travel(START + timedelta(days=370), tick=False), transaction():
        actions.confirm_all(aino)
    night(396)
    assert kinds() == []


def test_an_account_without_a_profile_is_forgotten_after_a_year_without_a_sign_in(aino: Profile) -> None:
    with travel(START, tick=False):
        idle = makers.account("bertta@example.org", name="Bertta", is_participant=True)
        staff = makers.account("cecilia@example.org", name="Cecilia")
        seen = makers.account(
            "dina@example.org", name="Dina", is_participant=True, last_sign_in_at=START + timedelta(days=1)
        )
    night(364)
    assert idle.name == "Bertta"
    night(365)
    assert (idle.name, idle.email, idle.is_active, idle.session_version) == ("", f"closed {idle.id}", False, 2)
    assert (staff.name, seen.name, aino.account.email) == ("Cecilia", "Dina", "aino@example.org")


def test_who_was_forgotten_signs_in_anew_with_another_account(app: Flask) -> None:
    with travel(START, tick=False):
        first = makers.account("bertta@example.org", is_participant=True)
    night(365)
    with travel(START + timedelta(days=366), tick=False), transaction():
        second = enter("bertta@example.org", "fi")
    assert second.id != first.id
