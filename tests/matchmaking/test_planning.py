"""A plan is made by the worker and becomes the draft, as far as it still fits."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.actions.seats import Place, draft, publish
from elmo_events.matchmaking.jobs import plans as jobs
from elmo_events.matchmaking.models import Matchmaking, Meeting, Plan
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.rules import PlanKind, PlanState
from elmo_events.profiles.models import Avoidance
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from elmo_events.timetable.models import MeetingTable, Unavailability
from elmo_events.timetable.planner.validator import violations
from elmo_events.timetable.queries import blocks
from tests import makers
from tests.matchmaking.planned import Day, agreed, day, planned


def ring(of: Day) -> list[Meeting]:
    return agreed(of, (0, 1), (1, 2), (2, 3), (0, 3))


def assert_draft_keeps_the_rules(of: Day) -> None:
    question = asked(db.session.get_one(Matchmaking, of.event.id), now())
    assert violations(question.problem, question.draft()) == []


def test_a_plan_becomes_the_draft_with_its_certificate(app: Flask) -> None:
    today = day()
    meetings = ring(today)
    plan = planned(today)
    assert plan.state == PlanState.DONE
    assert plan.result["status"] == "optimal"
    assert (plan.result["held"], plan.result["breaks"], plan.result["breaks_bound"]) == (4, 0, 0)
    assert all(meeting.slot_id and meeting.table_id and not meeting.published_slot_id for meeting in meetings)
    assert db.session.get_one(Matchmaking, today.event.id).draft_plan_id == plan.id
    assert plan.progress[0]["step"] == "greedy"
    assert_draft_keeps_the_rules(today)


def test_everybody_meets_when_they_can(app: Flask) -> None:
    today = day(slot_count=2)
    makers.saved(Unavailability(registration_id=today.people[0].registration_id, slot_id=today.slots[0].id))
    (meeting,) = agreed(today, (0, 1))
    planned(today)
    assert meeting.slot_id == today.slots[1].id


def test_whoever_is_avoided_is_not_met_and_the_plan_says_who_waits(app: Flask) -> None:
    today = day()
    meeting, other = agreed(today, (0, 1), (2, 3))
    makers.saved(Avoidance(profile_id=today.people[1].profile_id, avoided_profile_id=today.people[0].profile_id))
    plan = planned(today)
    assert meeting.slot_id is None
    assert other.slot_id is not None
    assert [reason["code"] for reason in plan.result["reasons"]] == ["may-not-meet"]
    assert plan.result["reasons"][0]["meetings"] == [meeting.id]


def test_pins_hold_when_it_is_planned_again(app: Flask) -> None:
    today = day(people=6)
    meetings = ring(today)
    with transaction():
        draft({meetings[0]: Place(today.slots[3].id, today.tables[1].id)})
        meetings[0].is_pinned = True
    for _ in range(2):
        planned(today)
        assert (meetings[0].slot_id, meetings[0].table_id) == (today.slots[3].id, today.tables[1].id)
        assert all(meeting.slot_id for meeting in meetings)


def test_what_was_published_moves_as_little_as_can_be(app: Flask) -> None:
    today = day(slot_count=6)
    meetings = ring(today)
    places = [Place(today.slots[number].id, today.tables[0].id) for number in (5, 3, 1, 0)]
    with transaction():
        draft(dict(zip(meetings, places, strict=True)))
        publish(meetings)
    makers.saved(Unavailability(registration_id=today.people[0].registration_id, slot_id=today.slots[5].id))
    plan = planned(today)
    assert plan.result["moved"] == 1
    assert [meeting.slot_id for meeting in meetings[1:]] == [place.slot_id for place in places[1:]]
    assert meetings[0].slot_id not in {None, today.slots[5].id}


def test_what_has_begun_stays_and_nothing_new_is_put_there(app: Flask) -> None:
    today = day(slot_count=3)
    begun, waiting = agreed(today, (0, 1), (2, 3))
    with transaction():
        draft({begun: Place(today.slots[0].id, today.tables[0].id)})
        publish([begun])
    question = asked(db.session.get_one(Matchmaking, today.event.id), today.slots[1].starts_at)
    assert question.problem.meetings[0].pinned_slot == 0
    assert question.problem.meetings[1].allowed_slots == frozenset({2})
    assert waiting.slot_id is None


def test_a_person_who_cancelled_while_it_was_planned_is_left_out(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    today = day()
    meetings = ring(today)
    registration_id = today.people[0].registration_id
    keep = actions.keep_plan

    def keep_after_a_cancellation(number: int, result: dict[str, Any]) -> None:
        db.session.get_one(Registration, registration_id).state = RegistrationState.CANCELLED
        db.session.flush()
        keep(number, result)

    monkeypatch.setattr(actions, "keep_plan", keep_after_a_cancellation)
    plan = planned(today)
    assert plan.state == PlanState.DONE
    assert [bool(meeting.slot_id) for meeting in meetings] == [False, True, True, False]
    assert_draft_keeps_the_rules(today)


def test_a_table_that_was_closed_while_it_was_planned_is_not_used(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    today = day()
    meetings = ring(today)
    closed = today.tables[0].id
    keep = actions.keep_plan

    def keep_after_closing(number: int, result: dict[str, Any]) -> None:
        db.session.get_one(MeetingTable, closed).is_open = False
        db.session.flush()
        keep(number, result)

    monkeypatch.setattr(actions, "keep_plan", keep_after_closing)
    planned(today)
    assert all(meeting.table_id != closed for meeting in meetings)
    assert_draft_keeps_the_rules(today)


def test_pins_that_nothing_can_hold_are_explained_and_the_draft_stays(app: Flask) -> None:
    today = day(people=3)
    first, second = agreed(today, (0, 1), (0, 2))
    with transaction():
        draft(
            {first: Place(today.slots[0].id, today.tables[0].id), second: Place(today.slots[1].id, today.tables[0].id)}
        )
        first.is_pinned = second.is_pinned = True
    makers.saved(Unavailability(registration_id=today.people[2].registration_id, slot_id=today.slots[1].id))
    plan = planned(today)
    assert plan.result["status"] == "infeasible"
    assert plan.result["reasons"][0]["code"] == "no-common-slot"
    assert second.slot_id == today.slots[1].id


def test_a_plan_that_is_stopped_before_it_begins_changes_nothing(app: Flask) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    with transaction():
        plan = actions.order_plan(today.matchmaking, 20, today.organiser)
    with transaction():
        actions.stop(plan)
    run_queued()
    assert makers.afresh(plan).state == PlanState.STOPPED
    assert makers.afresh(meeting).slot_id is None


def test_a_plan_that_is_stopped_keeps_what_it_has(app: Flask) -> None:
    today = day()
    meetings = ring(today)
    with transaction():
        plan = actions.order_plan(today.matchmaking, 20, today.organiser)
        plan.wants_stop = True
    run_queued()
    assert makers.afresh(plan).state == PlanState.STOPPED
    assert all(makers.afresh(meeting).slot_id for meeting in meetings)


def test_one_plan_at_a_time(app: Flask) -> None:
    today = day()
    agreed(today, (0, 1))
    with transaction():
        actions.order_plan(today.matchmaking, 20, today.organiser)
    with pytest.raises(Refusal), transaction():
        actions.order_plan(today.matchmaking, 20, today.organiser)


def test_nothing_to_plan_is_refused(app: Flask) -> None:
    today = day()
    with pytest.raises(Refusal, match="agreed"), transaction():
        actions.order_plan(today.matchmaking, 20, today.organiser)
    with transaction():
        for block in blocks(today.event):
            db.session.delete(block)
    with pytest.raises(Refusal, match="block"), transaction():
        actions.order_plan(today.matchmaking, 20, today.organiser)


def test_a_plan_whose_process_was_killed_begins_again_and_fails_the_second_time(app: Flask) -> None:
    today = day()
    agreed(today, (0, 1))
    plan = killed(today)
    jobs.start_forgotten_plans()
    assert makers.afresh(plan).state == PlanState.WAITING
    with transaction():
        plan.state, plan.seen_at = PlanState.RUNNING, now() - timedelta(minutes=5)
    jobs.start_forgotten_plans()
    assert makers.afresh(plan).state == PlanState.FAILED


def test_a_plan_that_still_tells_of_itself_is_left_alone(app: Flask) -> None:
    today = day()
    agreed(today, (0, 1))
    plan = killed(today, ago=timedelta(seconds=5))
    jobs.start_forgotten_plans()
    assert makers.afresh(plan).state == PlanState.RUNNING


def killed(today: Day, ago: timedelta = timedelta(minutes=5)) -> Plan:
    return makers.saved(
        Plan(event_id=today.event.id, state=PlanState.RUNNING, started_at=now() - ago, seen_at=now() - ago)
    )


def test_a_plan_that_breaks_has_failed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    today = day()
    agreed(today, (0, 1))
    monkeypatch.setattr(jobs, "asked", lambda *_: 1 / 0)
    assert planned(today).state == PlanState.FAILED


def test_what_if_compares_in_seconds_and_changes_nothing(app: Flask) -> None:
    today = day(people=6, slot_count=2, table_count=1)
    meetings = agreed(today, (0, 1), (2, 3), (4, 5))
    alternatives = [{"tables": 2}, {"slot_minutes": 5}, {"extra_minutes": 40}, {"tables": -1}]
    with transaction():
        plan = actions.order_what_if(today.matchmaking, alternatives, today.organiser)
    run_queued()
    rows = makers.afresh(plan).result["rows"]
    assert plan.kind == PlanKind.WHAT_IF
    assert [row["held"] for row in rows] == [2, 3, 3, 3, 0]
    assert [row.get("without_meeting") for row in rows] == [2, 0, 0, 0, 6]
    assert all(makers.afresh(meeting).slot_id is None for meeting in meetings)
