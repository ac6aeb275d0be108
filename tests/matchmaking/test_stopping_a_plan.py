"""A plan is stopped at the very moment at which a worker begins it: it ends and keeps what it has, or never begins.

The control (the row not locked) fails on PostgreSQL: the plan is stopped, and what the worker then finds is dropped.
"""

from functools import partial

from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.models import Plan
from elmo_events.matchmaking.rules import PlanState
from tests import makers, meeting_makers
from tests.at_once import at_once

PLANS = 4


def test_it_runs_and_hears_of_it_or_it_never_begins(app: Flask) -> None:
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    for _ in range(PLANS):
        number = makers.saved(Plan(event_id=event.id)).id
        begun = at_once(app, partial(_begin_or_stop, number)).count("begun")
        plan = makers.afresh(db.session.get_one(Plan, number))
        assert (plan.state, begun) in {(PlanState.RUNNING, 1), (PlanState.STOPPED, 0)}
        assert plan.wants_stop


def _begin_or_stop(number: int, turn: int) -> str | None:
    with transaction():
        if turn % 2:
            return "begun" if actions.begin(number) else None
        actions.stop(db.session.get_one(Plan, number))
    return None
