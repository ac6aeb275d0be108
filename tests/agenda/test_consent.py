"""Answering a proposed change, and asking somebody to meet in a slot that became free: as pages."""

from sqlalchemy import select

from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.actions.repair import ask_instead
from elmo_events.matchmaking.models import Meeting
from elmo_events.matchmaking.queries.repair import consent_token
from elmo_events.matchmaking.rules import MeetingState
from tests.agenda.pages import address, read
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day, letters


def test_a_proposal_that_waits_for_an_answer_stands_on_top(day: Day, client: CheckingClient) -> None:
    with transaction():
        ask_instead(day["Aino"], day["Bo"], day.slots[0], None)
    assert "Would you meet in a slot that became free?" in read(client, day, "Bo")
    assert "Would you meet in a slot that became free?" not in read(client, day, "Aino")


def test_consent_is_given_with_a_button_and_never_by_opening_the_link(day: Day, client: CheckingClient) -> None:
    link = _asked(day, client)
    page = client.get(link).get_data(as_text=True)
    assert "Would you meet Aino Mäki?" in page
    assert not _active()
    assert client.post(link, data={"answer": "yes"}).status_code == 302
    assert "It is agreed" in client.get(link).get_data(as_text=True)
    assert len(_active()) == 1
    assert client.post(link, data={"answer": "no"}).status_code == 422
    assert letters("matchmaking.repair_done") == {"Aino", "Bo"}


def test_a_forged_consent_link_does_not_exist(day: Day, client: CheckingClient) -> None:
    link = _asked(day, client)
    assert client.get(link[:-3] + "abc").status_code == 404


def test_somebody_else_can_be_asked_for_the_slot_that_became_free(day: Day, client: CheckingClient) -> None:
    fallen = day.meeting("Aino", "Bo", 0)
    day.suggest("Aino", "Cecilia", 0.8)
    with transaction():
        cancel_by(day["Bo"], fallen)
    page = read(client, day, "Aino", f"/meetings/{fallen.id}/instead")
    assert "Cecilia Mäki" in page
    assert "Daniel" not in page
    path = address(day, f"/meetings/{fallen.id}/instead")
    assert client.post(path, data={"other": day["Daniel"].id}).status_code == 404
    assert client.post(path, data={"other": day["Cecilia"].id}).status_code == 302
    assert letters("matchmaking.repair_asked") == {"Cecilia"}
    assert "You have asked" in client.get(path).get_data(as_text=True)


def _asked(day: Day, client: CheckingClient) -> str:
    with transaction():
        repair = ask_instead(day["Aino"], day["Bo"], day.slots[0], None)
    consent = next(each for each in repair.consents if each.participation_id == day["Bo"].id)
    return f"/en/meetings/consent/{consent_token(consent)}"


def _active() -> list[Meeting]:
    db.session.rollback()
    return list(db.session.scalars(select(Meeting).where(Meeting.state == MeetingState.ACTIVE)))
