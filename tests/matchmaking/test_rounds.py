"""Speed networking: rounds fill a block with meetings that nobody asked for, and make way for nothing."""

from collections import Counter

import pytest
from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.publish import tell
from elmo_events.matchmaking.actions.rounds import order_rounds
from elmo_events.matchmaking.actions.seats import Place, draft
from elmo_events.matchmaking.models import Matchmaking, Meeting, Plan, Suggestion
from elmo_events.matchmaking.rules import MeetingState, PlanState
from elmo_events.profiles.models import Avoidance
from elmo_events.timetable.models import Unavailability
from elmo_events.timetable.queries import blocks
from tests import makers
from tests.matchmaking.planned import Day, agreed, day


def rounds(of: Day) -> Plan:
    with transaction():
        matchmaking = db.session.get_one(Matchmaking, of.event.id)
        number = order_rounds(matchmaking, blocks(of.event)[0], of.organiser).id
    run_queued()
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(Plan, number)


def drafted() -> list[Meeting]:
    db.session.rollback()
    return db.session.query(Meeting).filter_by(state=MeetingState.ACTIVE).filter(Meeting.slot_id.is_not(None)).all()


def test_everybody_meets_somebody_new_in_each_round(app: Flask) -> None:
    today = day(people=6, slot_count=5, table_count=3)
    plan = rounds(today)
    meetings = drafted()
    assert plan.state == PlanState.DONE
    assert (plan.result["held"], plan.result["new"]) == (15, 15)
    assert set(Counter(meeting.slot_id for meeting in meetings).values()) == {3}
    assert len({(meeting.first_id, meeting.second_id) for meeting in meetings}) == 15


def test_good_matches_come_first(app: Flask) -> None:
    today = day(people=4, slot_count=1)
    for first, second in ((0, 2), (2, 0), (1, 3), (3, 1)):
        pair = {"participation_id": today.people[first].id, "other_id": today.people[second].id}
        makers.saved(Suggestion(event_id=today.event.id, position=1, score=0.9, **pair))
    rounds(today)
    pairs = {(meeting.first_id, meeting.second_id) for meeting in drafted()}
    assert pairs == {(today.people[0].id, today.people[2].id), (today.people[1].id, today.people[3].id)}


def test_who_is_avoided_or_away_is_left_alone(app: Flask) -> None:
    today = day(people=4, slot_count=3)
    makers.saved(Avoidance(profile_id=today.people[0].profile_id, avoided_profile_id=today.people[1].profile_id))
    makers.saved(Unavailability(registration_id=today.people[2].registration_id, slot_id=today.slots[0].id))
    rounds(today)
    meetings = drafted()
    pair = today.people[0].id, today.people[1].id
    assert pair not in {(meeting.first_id, meeting.second_id) for meeting in meetings}
    first_round = [meeting for meeting in meetings if meeting.slot_id == today.slots[0].id]
    assert all(today.people[2].id not in {meeting.first_id, meeting.second_id} for meeting in first_round)


def test_planned_again_they_replace_each_other_until_they_are_told(app: Flask) -> None:
    today = day(people=4, slot_count=3)
    rounds(today)
    rounds(today)
    assert len(drafted()) == 6
    with transaction():
        tell(drafted())
    with pytest.raises(Refusal):
        rounds(today)


def test_what_was_agreed_keeps_its_block(app: Flask) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    with transaction():
        draft({meeting: Place(today.slots[0].id, today.tables[0].id)})
        meeting.is_pinned = True
    with pytest.raises(Refusal, match="block of their own"):
        rounds(today)
