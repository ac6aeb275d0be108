"""Offers and needs: stated in one's own languages, corrected, closed, opened again, deleted; nobody else's."""

import pytest
from flask import Flask

from elmo_events.foundation import search
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.profiles import actions
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import MOST_OPEN_STATEMENTS, Direction, StatementKind, Wording
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile
from tests.meeting_makers import statement as made_statement
from tests.profiles.answers import wording

NEW = "/en/profile/statements/new"


def statements() -> list[Statement]:
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(Statement).order_by(Statement.id).all()


def found(words: str) -> bool:
    db.session.rollback()
    asked = search.matching("profile", words)
    assert asked is not None
    return bool(db.session.scalars(asked).all())


@pytest.mark.parametrize("direction", list(Direction))
def test_every_field_is_kept(as_aino: CheckingClient, direction: Direction) -> None:
    assert as_aino.get(f"{NEW}/{direction}").status_code == 200
    assert as_aino.post(f"{NEW}/{direction}", data=wording()).headers["Location"] == "/en/profile"
    (kept,) = statements()
    assert (kept.direction, kept.kind, kept.theme_id is not None) == (direction, StatementKind.TEST_BED, True)
    assert kept.title == {"fi": "Pyrolyysin pilottilinja", "en": "Pyrolysis pilot line"}
    assert kept.text == {"fi": "50 kg tunnissa"}
    page = as_aino.get("/en/profile").text
    for text in ("Pyrolysis pilot line", "50 kg tunnissa", "Test bed", "Clean technologies"):
        assert text in page


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"kind": ""}, "Choose a kind."),
        ({"kind": "marriage"}, "Not a valid choice"),
        ({"theme": "999"}, "Not a valid choice"),
        ({"title-fi": "", "title-en": " "}, "Write a title in at least one language."),
        ({"title-sv": "x" * 121}, "longer than 120"),
        ({"text-en": "x" * 2001}, "longer than 2000"),
    ],
)
def test_errors_stand_beside_their_field_and_lose_nothing(
    as_aino: CheckingClient, wrong: dict[str, str], sentence: str
) -> None:
    answer = as_aino.post(f"{NEW}/need", data=wording() | wrong)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "50 kg tunnissa" in answer.text
    assert statements() == []


def test_there_are_only_offers_and_needs(as_aino: CheckingClient) -> None:
    assert as_aino.get(f"{NEW}/wish").status_code == 404


def test_it_is_corrected(as_aino: CheckingClient, aino: Profile) -> None:
    made = made_statement(aino, Direction.OFFER, "Old title")
    address = f"/en/profile/statements/{made.id}"
    assert "Old title" in as_aino.get(address).text
    as_aino.post(address, data=wording(theme="", kind="training"))
    (kept,) = statements()
    assert (kept.title["en"], kept.theme_id, kept.kind) == ("Pyrolysis pilot line", None, StatementKind.TRAINING)
    assert kept.direction == Direction.OFFER
    refused = as_aino.post(address, data=wording(kind=""))
    assert refused.status_code == 422


def test_a_closed_one_is_kept_and_not_found_until_it_is_opened_again(as_aino: CheckingClient) -> None:
    as_aino.post(f"{NEW}/offer", data=wording())
    (made,) = statements()
    state = f"/en/profile/statements/{made.id}/state"
    assert found("pyrolyysi")
    as_aino.post(state, data={"change": "close"})
    assert statements()[0].closed_at is not None
    assert not found("pyrolyysi")
    assert "Closed" in as_aino.get("/en/profile").text
    as_aino.post(state, data={"change": "reopen"})
    assert statements()[0].closed_at is None
    assert found("pyrolyysi")
    assert as_aino.post(state, data={"change": "delete"}).status_code == 404


def test_deleting_asks_first(as_aino: CheckingClient) -> None:
    as_aino.post(f"{NEW}/offer", data=wording())
    (made,) = statements()
    address = f"/en/profile/statements/{made.id}/deletion"
    assert "be restored" in as_aino.get(address).text
    assert len(statements()) == 1
    as_aino.post(address)
    assert statements() == []
    assert not found("pyrolyysi")


def test_those_of_others_do_not_exist(as_aino: CheckingClient) -> None:
    other = made_statement(made_profile("otso@example.org"), Direction.NEED, "Somebody else's")
    base = f"/en/profile/statements/{other.id}"
    assert as_aino.get(base).status_code == 404
    assert as_aino.post(base, data=wording()).status_code == 404
    assert as_aino.post(f"{base}/state", data={"change": "close"}).status_code == 404
    assert as_aino.post(f"{base}/deletion").status_code == 404
    assert statements()[0].title == {"en": "Somebody else's"}


def test_nobody_states_without_end(app: Flask, aino: Profile) -> None:
    plain = Wording(StatementKind.RESEARCH, {"en": "One more"})
    with transaction():
        for _ in range(MOST_OPEN_STATEMENTS):
            last = actions.add_statement(aino, Direction.NEED, plain)
    with pytest.raises(Refusal, match="Close one first"), transaction():
        actions.add_statement(aino, Direction.OFFER, plain)
    with transaction():
        actions.close_statement(last)
        actions.add_statement(aino, Direction.OFFER, plain)
    with pytest.raises(Refusal, match="Close one first"), transaction():
        actions.reopen_statement(last)
