"""“Still open?”: asked after a year, in one letter; what nobody answers for is closed a month later."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from elmo_events.foundation import jobs, search
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.profiles import actions
from elmo_events.profiles.jobs import keep_profiles_true
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import Direction, StatementKind, Wording
from tests import makers
from tests.accounts.letters import newest_letter, number_of_letters, path_in
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile
from tests.meeting_makers import statement as made_statement

START = datetime(2027, 1, 11, 8, tzinfo=UTC)
PAGE = "/en/profile/still-open"


@pytest.fixture
def aino(app: Flask) -> Profile:
    """Her details, an offer and a need are a year old; she still signs in."""
    with travel(START, tick=False):
        makers.taxonomy()
        account = makers.account("aino@example.org", language="en", is_participant=True)
        aino = made_profile("aino@example.org", account=account, visibility="network")
        made_statement(aino, Direction.OFFER, "Pyrolysis pilot line")
        made_statement(aino, Direction.NEED, "Buyers of biochar")
        with transaction():
            actions.reopen_statement(aino.statements[0])
    return aino


def days(number: int) -> timedelta:
    return timedelta(days=number)


def morning(after: timedelta, aino: Profile | None = None, signed_in: bool = True) -> None:
    """The job runs so long after the start; Aino signed in a day before."""
    with travel(START + after, tick=False):
        if aino and signed_in:
            with transaction():
                aino.account.last_sign_in_at = START + after - days(1)
        keep_profiles_true()
        jobs.run_queued()


def statements() -> list[Statement]:
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(Statement).order_by(Statement.id).all()


def is_open() -> list[bool]:
    return [one.closed_at is None for one in statements()]


def letters() -> list[str]:
    db.session.rollback()
    return [message.kind for message in db.session.query(Message).order_by(Message.id)]


def test_nothing_is_asked_before_a_year(aino: Profile) -> None:
    morning(days(364), aino)
    assert letters() == []


def test_one_letter_asks_about_all_of_it_once(aino: Profile) -> None:
    with travel(START + days(30), tick=False):
        made_statement(aino, Direction.NEED, "Due a month later")
    with travel(START + days(200), tick=False):
        made_statement(aino, Direction.NEED, "Not due for long")
    morning(days(365), aino)
    morning(days(365), aino)
    morning(days(366), aino)
    assert letters() == ["profiles.still_open"]
    letter = newest_letter()
    text = letter.text or ""
    assert (letter.to_address, letter.subject) == ("aino@example.org", "Is your profile still right?")
    for words in ("I offer: Pyrolysis pilot line", "I am seeking: Buyers of biochar", "Due a month later",
                  "look at your own details"):  # fmt: skip
        assert words in text
    assert "Not due for long" not in text
    morning(days(395), aino)  # the one that was due a month later has been asked about
    assert letters() == ["profiles.still_open"]


def test_the_letter_leads_in_and_one_button_answers_each(client: CheckingClient, aino: Profile) -> None:
    morning(days(365), aino)
    with travel(START + days(366), tick=False):
        entry = path_in(newest_letter())
        assert client.post(entry).headers["Location"].endswith(PAGE)
        page = client.get(PAGE).text
        for words in (
            "Pyrolysis pilot line",
            "Buyers of biochar",
            "Your own details",
            "Last confirmed on 11 January 2027",
        ):
            assert words in page
        offer, need = statements()
        for number, change in ((offer.id, "confirm"), (need.id, "close")):
            answer = client.post(f"/en/profile/statements/{number}/state", data={"change": change, "next": PAGE})
            assert answer.headers["Location"] == PAGE
        assert "Your own details" in client.get(PAGE).text
        client.post("/en/profile/confirmation")
        assert "Everything is up to date" in client.get(PAGE).text
    assert is_open() == [True, False]
    morning(days(400), aino)
    assert is_open() == [True, False]
    assert letters() == ["profiles.still_open"]


def test_one_button_answers_for_all(client: CheckingClient, aino: Profile) -> None:
    morning(days(365), aino)
    with travel(START + days(366), tick=False):
        client.sign_in(aino.account)
        assert "Is your profile still right?" in client.get("/en/profile").text
        client.post("/en/profile/confirmation-of-all")
        assert "Is your profile still right?" not in client.get("/en/profile").text
    morning(days(400), aino)
    assert is_open() == [True, True]


def test_what_nobody_answers_for_is_closed_a_month_later(aino: Profile) -> None:
    morning(days(365), aino)
    morning(days(394), aino)
    assert is_open() == [True, True]
    morning(days(395), aino)
    assert is_open() == [False, False]
    asked = search.matching("profile", "pyrolysis")
    assert asked is not None
    assert db.session.scalars(asked).all() == []


def test_a_change_counts_as_an_answer(client: CheckingClient, aino: Profile) -> None:
    morning(days(365), aino)
    with travel(START + days(370), tick=False), transaction():
        offer = db.session.query(Statement).order_by(Statement.id).first()
        assert offer is not None
        actions.change_statement(offer, Wording(StatementKind.TEST_BED, {"en": "Pyrolysis, larger"}))
    morning(days(400), aino)
    assert is_open() == [True, False]


def test_it_is_asked_again_a_year_after_the_answer(aino: Profile) -> None:
    morning(days(365), aino)
    with travel(START + days(366), tick=False), transaction():
        actions.confirm_all(aino)
    morning(days(366 + 365), aino)
    assert letters() == ["profiles.still_open"] * 2


def test_closed_ones_are_not_asked_about(aino: Profile) -> None:
    with travel(START, tick=False), transaction():
        for one in aino.statements:
            actions.close_statement(one)
    with travel(START + days(300), tick=False), transaction():
        actions.confirm_details(aino)
    morning(days(370), aino)
    assert letters() == []


def test_a_letter_that_was_answered_before_it_went_out_says_nothing(aino: Profile) -> None:
    with travel(START + days(365), tick=False):
        with transaction():
            aino.account.last_sign_in_at = START + days(360)
        keep_profiles_true()
        with transaction():
            actions.confirm_all(aino)
        jobs.run_queued()
    db.session.rollback()
    assert [message.state for message in db.session.query(Message)] == ["obsolete"]


def test_who_has_stayed_away_is_warned_instead(aino: Profile) -> None:
    morning(days(365))
    assert letters() == ["profiles.warning"]
    assert number_of_letters() == 1
