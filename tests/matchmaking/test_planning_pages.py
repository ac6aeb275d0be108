"""The organiser's pages of the timetable: plans, alternatives, publication."""

import html
import re

from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.models import Matchmaking, Plan
from elmo_events.matchmaking.rules import PlanState
from elmo_events.profiles.models import Avoidance
from tests import makers
from tests.client import CheckingClient
from tests.matchmaking.planned import Day, agreed, day, planned


def address(of: Day, path: str) -> str:
    return f"/en/organiser/events/{of.event.id}/meetings/{path}"


def text_of(client: CheckingClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(answer.text)).split())


def test_a_plan_is_ordered_watched_and_read(app: Flask, client: CheckingClient) -> None:
    today = day()
    agreed(today, (0, 1), (1, 2), (2, 3), (0, 3))
    client.sign_in(today.organiser)
    ordered = client.post(address(today, "plans"), data={"seconds": "20"})
    assert ordered.status_code == 302
    page = ordered.headers["Location"]
    assert "Stop and keep the best so far" in text_of(client, page)
    run_queued()
    read = text_of(client, page)
    assert "0 breaks: proven best possible." in read
    assert "4 meetings: all that were agreed have a slot." in read
    assert "Proven: no other timetable is better for these people." in read
    assert "4 / 4" in text_of(client, address(today, "plans"))


def test_a_plan_says_who_waits_and_why(app: Flask, client: CheckingClient) -> None:
    today = day(people=3, slot_count=1)
    agreed(today, (0, 1), (0, 2))
    client.sign_in(today.organiser)
    plan = planned(today)
    read = text_of(client, address(today, f"plans/{plan.id}"))
    assert "1 meeting waits" in read
    assert "Aino Mäki has another meeting in each slot that both can use." in read
    assert "1 meeting has a slot: proven the most possible." in read


def test_in_the_readers_language_nothing_is_left_unsaid(app: Flask, client: CheckingClient) -> None:
    today = day()
    agreed(today, (0, 1))
    makers.saved(Avoidance(profile_id=today.people[1].profile_id, avoided_profile_id=today.people[0].profile_id))
    plan = planned(today)
    client.sign_in(today.organiser)
    for language in ("fi", "sv", "en"):
        assert client.get(f"/{language}/organiser/events/{today.event.id}/meetings/plans/{plan.id}").status_code == 200


def test_a_plan_can_be_stopped_from_its_page(app: Flask, client: CheckingClient) -> None:
    today = day()
    agreed(today, (0, 1))
    with transaction():
        plan = actions.order_plan(today.matchmaking, 20, today.organiser)
    client.sign_in(today.organiser)
    assert client.post(address(today, f"plans/{plan.id}/stop")).status_code == 302
    assert makers.afresh(plan).state == PlanState.STOPPED


def test_a_plan_of_another_event_does_not_exist(app: Flask, client: CheckingClient) -> None:
    today = day()
    other = makers.event(today.event.organiser, slug="toinen")
    plan = makers.saved(Plan(event_id=other.id))
    client.sign_in(today.organiser)
    assert client.get(address(today, f"plans/{plan.id}")).status_code == 404


def test_strangers_see_none_of_it(app: Flask, client: CheckingClient) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    stranger = makers.member(makers.organiser("muu"), "muu@example.org")
    for path in ("board", f"board/{meeting.id}", "board/new", "plans", "what-if", "publication"):
        assert client.get(address(today, path)).status_code == 302
    client.sign_in(stranger)
    for path in ("board", f"board/{meeting.id}", "board/new", "plans", "what-if", "publication"):
        assert client.get(address(today, path)).status_code == 404


def test_alternatives_are_compared_side_by_side(app: Flask, client: CheckingClient) -> None:
    today = day(people=6, slot_count=1, table_count=1)
    agreed(today, (0, 1), (2, 3), (4, 5))
    client.sign_in(today.organiser)
    rows = {"rows-0-tables": "2", "rows-0-slot_minutes": "0", "rows-1-extra_minutes": "20", "rows-1-slot_minutes": "0"}
    ordered = client.post(address(today, "what-if"), data=rows)
    assert ordered.status_code == 302
    assert "Comparing" in text_of(client, ordered.headers["Location"])
    run_queued()
    read = text_of(client, ordered.headers["Location"])
    assert "As it is now 1 / 3" in read
    assert "2 tables more 3 / 3 (+2)" in read
    assert "One more block of 20 min 2 / 3 (+1)" in read


def test_comparing_nothing_is_refused(app: Flask, client: CheckingClient) -> None:
    today = day()
    agreed(today, (0, 1))
    client.sign_in(today.organiser)
    assert client.post(address(today, "what-if"), data={"rows-0-tables": ""}).status_code == 422
    assert client.post(address(today, "what-if"), data={"rows-0-tables": "many"}).status_code == 422


def test_publication_shows_what_changes_and_for_whom(app: Flask, client: CheckingClient) -> None:
    today = day()
    meetings = agreed(today, (0, 1), (2, 3))
    planned(today)
    client.sign_in(today.organiser)
    page = client.get(address(today, "publication"))
    assert "4 people get a letter" in html.unescape(page.text)
    seen = re.search(r'name="seen"[^>]*value="(\w+)"', page.text)
    assert seen
    assert client.post(address(today, "publication"), data={"seen": seen[1]}).status_code == 302
    db.session.expire_all()
    db.session.rollback()
    assert all(meeting.published_slot_id == meeting.slot_id is not None for meeting in meetings)
    assert db.session.get_one(Matchmaking, today.event.id).published_plan_id is not None
    assert "Everybody knows when they meet" in text_of(client, address(today, "publication"))


def test_a_draft_that_changed_meanwhile_is_looked_at_again(app: Flask, client: CheckingClient) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    planned(today)
    client.sign_in(today.organiser)
    refused = client.post(address(today, "publication"), data={"seen": "something older"})
    assert refused.status_code == 422
    assert "Look at it again" in refused.text
    assert makers.afresh(meeting).published_slot_id is None


def test_a_comparison_that_can_not_be_there_is_none(app: Flask, client: CheckingClient) -> None:
    today = day()
    client.sign_in(today.organiser)
    assert client.get(address(today, f"what-if?plan={'9' * 30}")).status_code == 200
