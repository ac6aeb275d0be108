"""The organiser's page of speed networking: how many rounds, in which block; who meets whom."""

from flask import Flask

from elmo_events.foundation.database import transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.matchmaking.actions.seats import Place, draft
from elmo_events.timetable.queries import blocks
from tests import makers
from tests.client import CheckingClient
from tests.matchmaking.planned import Day, agreed, day


def address(of: Day) -> str:
    return f"/en/organiser/events/{of.event.id}/meetings/rounds"


def test_rounds_are_ordered_and_shown(app: Flask, client: CheckingClient) -> None:
    today = day(people=4, slot_count=3)
    client.sign_in(today.organiser)
    assert "3 slots" in client.get(address(today)).text
    answer = client.post(address(today), data={"block": blocks(today.event)[0].id, "number": 2}, follow_redirects=True)
    assert "The rounds are being made." in answer.text
    run_queued()
    page = client.get(address(today)).text
    assert "Round 2" in page
    assert "Round 3" not in page
    assert page.count('class="round-table"') == 4
    assert "Table 1" in page


def test_what_is_in_the_way_is_said(app: Flask, client: CheckingClient) -> None:
    today = day()
    client.sign_in(today.organiser)
    assert client.post(address(today), data={"block": 0, "number": 1}).status_code == 422
    assert client.post(address(today), data={"block": blocks(today.event)[0].id, "number": 0}).status_code == 422
    (meeting,) = agreed(today, (0, 1))
    with transaction():
        draft({meeting: Place(today.slots[0].id, today.tables[0].id)})
        meeting.is_pinned = True
    answer = client.post(address(today), data={"block": blocks(today.event)[0].id, "number": 2})
    assert answer.status_code == 422
    assert "Rounds need a block of their own." in answer.text


def test_other_organisers_find_nothing(app: Flask, client: CheckingClient) -> None:
    today = day()
    client.sign_in(makers.member(makers.organiser("kainuu"), "other@example.org"))
    assert client.get(address(today)).status_code == 404


def test_without_a_block_there_is_nothing_to_order(app: Flask, client: CheckingClient) -> None:
    today = day(slot_count=1)
    client.sign_in(today.organiser)
    client.post(f"/en/organiser/events/{today.event.id}/meetings/blocks/{blocks(today.event)[0].id}/removal")
    assert "Add at least one block" in client.get(address(today)).text
