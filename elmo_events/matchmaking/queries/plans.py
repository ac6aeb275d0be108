"""Runs of the planner: which there are, which is on its way, which has fallen silent?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import or_, select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Plan
from elmo_events.matchmaking.rules import PlanKind, PlanState

SILENT_AFTER = timedelta(seconds=60)
ON_ITS_WAY = (PlanState.WAITING, PlanState.RUNNING)


def plan_of(matchmaking: Matchmaking, number: int, kind: PlanKind = PlanKind.PLAN) -> Plan | None:
    found = db.session.get(Plan, number)
    return found if found and found.event_id == matchmaking.event_id and found.kind == kind else None


def plans_of(matchmaking: Matchmaking, kind: PlanKind = PlanKind.PLAN, most: int = 20) -> Sequence[Plan]:
    """The newest first."""
    chosen = select(Plan).where(Plan.event_id == matchmaking.event_id, Plan.kind == kind)
    return db.session.scalars(chosen.order_by(Plan.id.desc()).limit(most)).all()


def plan_on_its_way(matchmaking: Matchmaking, kind: PlanKind = PlanKind.PLAN) -> Plan | None:
    chosen = select(Plan).where(Plan.event_id == matchmaking.event_id, Plan.kind == kind, Plan.state.in_(ON_ITS_WAY))
    return db.session.scalar(chosen.order_by(Plan.id.desc()).limit(1))


def forgotten_plans(moment: datetime) -> list[int]:
    """Ids of runs whose nudge was lost, or whose process has been killed."""
    long_ago = moment - SILENT_AFTER
    waiting = (Plan.state == PlanState.WAITING) & (Plan.created_at < long_ago)
    silent = (Plan.state == PlanState.RUNNING) & (Plan.seen_at < long_ago)
    return list(db.session.scalars(select(Plan.id).where(or_(waiting, silent)).order_by(Plan.id)))
