"""Whom somebody does not want to meet: private, for people and organisations, in both directions, and taken back."""

import pytest
from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.network.actions import organisation_for
from elmo_events.profiles import signals
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.queries.visible import may_see
from elmo_events.profiles.rules import Visibility
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile

LIST = "/en/profile/avoidances"


@pytest.fixture
def otso(app: Flask) -> Profile:
    with transaction():
        company = organisation_for("Kilpailija Oy", None, None, "FI")
    return made_profile(
        "otso@example.org", "Otso", "Virtanen", visibility="network", organisation="Kilpailija Oy", organisation_id=company.id
    )  # fmt: skip


def avoidances() -> list[Avoidance]:
    db.session.rollback()
    db.session.expire_all()
    return db.session.query(Avoidance).all()


def see_each_other(one: Profile, other: Profile) -> tuple[bool, bool]:
    db.session.rollback()
    db.session.expire_all()
    return may_see(one.account, other), may_see(other.account, one)


def test_a_person_is_avoided_after_a_page_that_explains_it(
    as_aino: CheckingClient, aino: Profile, otso: Profile
) -> None:
    address = f"/en/profiles/{otso.id}/avoidance"
    assert see_each_other(aino, otso) == (True, True)
    page = as_aino.get(address).text
    assert "You and Otso Virtanen will not see each other any more" in page
    assert avoidances() == []
    assert as_aino.post(address).headers["Location"] == LIST
    assert see_each_other(aino, otso) == (False, False)
    assert "Otso Virtanen" in as_aino.get(LIST).text
    assert as_aino.get(address).status_code == 404  # they do not exist for each other now


def test_an_organisation_is_avoided_by_any_of_its_names(as_aino: CheckingClient, aino: Profile, otso: Profile) -> None:
    assert "Your list is empty" in as_aino.get(LIST).text
    as_aino.post(LIST, data={"organisation": "kilpailija"})
    assert see_each_other(aino, otso) == (False, False)
    assert "Kilpailija Oy" in as_aino.get(LIST).text
    as_aino.post(LIST, data={"organisation": "Kilpailija Oy"})
    assert len(avoidances()) == 1


@pytest.mark.parametrize(
    ("name", "sentence"), [("", "Write the organisation"), ("Ei mikään", "We know no organisation by this name")]
)
def test_a_name_that_nobody_goes_by_is_refused(as_aino: CheckingClient, name: str, sentence: str) -> None:
    answer = as_aino.post(LIST, data={"organisation": name})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{name}"' in answer.text


def test_it_can_be_taken_back(as_aino: CheckingClient, aino: Profile, otso: Profile) -> None:
    as_aino.post(f"/en/profiles/{otso.id}/avoidance")
    (avoidance,) = avoidances()
    as_aino.post(f"{LIST}/{avoidance.id}/removal")
    assert see_each_other(aino, otso) == (True, True)


def test_nobody_else_reads_or_changes_the_list(as_aino: CheckingClient, otso: Profile) -> None:
    as_aino.post(f"/en/profiles/{otso.id}/avoidance")
    (avoidance,) = avoidances()
    client = as_aino.application.test_client()
    client.sign_in(otso.account)  # type: ignore[attr-defined]
    assert "Aino" not in client.get(LIST).text
    assert client.post(f"{LIST}/{avoidance.id}/removal").status_code == 404
    assert "Aino" not in client.get("/en/profile/data.json").text
    assert len(avoidances()) == 1


def test_only_those_one_sees_can_be_avoided(as_aino: CheckingClient, aino: Profile, otso: Profile) -> None:
    with transaction():
        otso.visibility = Visibility.HIDDEN
    for number in (otso.id, aino.id, 999):
        assert as_aino.get(f"/en/profiles/{number}/avoidance").status_code == 404
        assert as_aino.post(f"/en/profiles/{number}/avoidance").status_code == 404
    assert avoidances() == []


def test_meetings_hear_of_it(as_aino: CheckingClient, otso: Profile) -> None:
    heard: list[Profile] = []
    with signals.profile_changed.connected_to(heard.append):
        as_aino.post(f"/en/profiles/{otso.id}/avoidance")
        as_aino.post(f"{LIST}/{avoidances()[0].id}/removal")
    assert len(heard) == 2
