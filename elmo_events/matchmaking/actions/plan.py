"""A run of the planner: it is ordered, begins, tells how it gets on, ends; its timetable becomes the draft."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select, update

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import after_commit, db, lock
from elmo_events.foundation.jobs import enqueue
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.seats import NOWHERE, Place, draft, lock_meetings
from elmo_events.matchmaking.models import Matchmaking, Meeting, Plan
from elmo_events.matchmaking.queries.plans import ON_ITS_WAY, plan_on_its_way
from elmo_events.matchmaking.queries.problem import asked, has_active_meetings
from elmo_events.matchmaking.queries.settled import settled
from elmo_events.matchmaking.rules import PlanKind, PlanState
from elmo_events.timetable.planner.validator import violations
from elmo_events.timetable.queries import slots

JOB = "matchmaking.plan"
_AUDITED = {
    PlanKind.PLAN: "timetable planned",
    PlanKind.WHAT_IF: "timetable planned",
    PlanKind.ROUNDS: "rounds planned",
}


def order_plan(matchmaking: Matchmaking, seconds: int, by: Account) -> Plan:
    """Have a timetable made of all meetings that are agreed.

    Refuses: there is nothing to plan, or a plan is being made. Writes: the plan, an audit entry.
    """
    lock_meetings(matchmaking)
    _refuse_without_substance(matchmaking)
    if plan_on_its_way(matchmaking):
        raise Refusal(_("A timetable is being planned already."))
    return order(matchmaking, by, PlanKind.PLAN, seconds)


def order_what_if(matchmaking: Matchmaking, alternatives: Sequence[Mapping[str, Any]], by: Account) -> Plan:
    """Have alternatives compared; nothing of the timetable changes.

    Refuses: there is nothing to compare, or a comparison is being made. Writes: the plan, an audit entry.
    """
    lock_meetings(matchmaking)
    _refuse_without_substance(matchmaking)
    if plan_on_its_way(matchmaking, PlanKind.WHAT_IF):
        raise Refusal(_("A comparison is being made already."))
    return order(matchmaking, by, PlanKind.WHAT_IF, 0, {"alternatives": [dict(each) for each in alternatives]})


def order(
    matchmaking: Matchmaking, by: Account, kind: PlanKind, seconds: int, options: dict[str, Any] | None = None
) -> Plan:
    """Writes: a run of this kind, an audit entry; the worker begins it."""
    plan = Plan(
        event_id=matchmaking.event_id, kind=kind, seconds=seconds, options=options or {}, account_id=by.id,
    )  # fmt: skip
    db.session.add(plan)
    db.session.flush()
    about = ("event", matchmaking.event_id)
    record(by, _AUDITED[kind], about, organiser_id=matchmaking.event.organiser_id, plan=plan.id, kind=kind.value)
    number = plan.id
    after_commit(lambda: enqueue(JOB, number))
    return plan


def stop(plan: Plan) -> None:
    """Have a run end and keep the best so far. Writes: the plan."""
    lock(plan)  # a worker may begin it at this moment
    if plan.state == PlanState.WAITING:
        plan.state, plan.ended_at = PlanState.STOPPED, now()
    plan.wants_stop = True


def begin(number: int) -> bool:
    """Whether the run is ours: nobody else has begun it. Writes: the plan."""
    moment = now()
    begun = db.session.execute(
        update(Plan)
        .where(Plan.id == number, Plan.state == PlanState.WAITING)
        .values(state=PlanState.RUNNING, started_at=moment, seen_at=moment)
    )
    return bool(begun.rowcount)  # type: ignore[attr-defined]


def note_progress(number: int, points: list[dict[str, Any]]) -> bool:
    """Whether the run is to stop, since somebody wishes it or it was given up. Writes: the plan."""
    db.session.execute(update(Plan).where(Plan.id == number).values(progress=points, seen_at=now()))
    wants_stop, state = db.session.execute(select(Plan.wants_stop, Plan.state).where(Plan.id == number)).one()
    return bool(wants_stop) or state != PlanState.RUNNING


def keep_plan(number: int, result: dict[str, Any]) -> None:
    """End a run, and make the draft of its timetable, as far as it still fits: people may have cancelled meanwhile.

    Writes: the plan, meetings and their seats, the event's matchmaking.
    """
    plan = db.session.get_one(Plan, number)
    matchmaking = db.session.get_one(Matchmaking, plan.event_id)
    lock_meetings(matchmaking)
    lock(plan)
    if plan.state != PlanState.RUNNING:
        return
    if result["places"]:
        _make_draft(matchmaking, plan, result)
    end(plan, result)


def end(plan: Plan, result: dict[str, Any]) -> None:
    """Writes: the plan."""
    plan.state = PlanState.STOPPED if plan.wants_stop else PlanState.DONE
    plan.result, plan.ended_at = result, now()


def fail(number: int) -> None:
    """Writes: the plan."""
    failed = update(Plan).where(Plan.id == number, Plan.state.in_(ON_ITS_WAY))
    db.session.execute(failed.values(state=PlanState.FAILED, ended_at=now()))


def start_again(number: int) -> None:
    """Begin a run anew whose nudge was lost or whose process was killed; one that is killed twice has failed.

    Writes: the plan.
    """
    plan = db.session.get_one(Plan, number)
    lock(plan)  # it may end at this moment
    if plan.state == PlanState.RUNNING:
        plan.state = PlanState.FAILED if plan.options.get("begun_again") else PlanState.WAITING
        plan.options = {**plan.options, "begun_again": True}
    if plan.state == PlanState.WAITING:
        after_commit(lambda: enqueue(JOB, number))


def _make_draft(matchmaking: Matchmaking, plan: Plan, result: Mapping[str, Any]) -> None:
    fresh = asked(matchmaking, now(), to_write=True)
    timetable = settled(fresh, {int(meeting): place for meeting, place in result["places"].items()})
    if found := violations(fresh.problem, timetable):
        raise ValueError(f"the plan no longer fits: {found[0].rule}")
    places: dict[Meeting, Place] = {meeting: Place(*place) for meeting, place in fresh.places(timetable).items()}
    draft(places | dict.fromkeys(fresh.lapsed, NOWHERE))
    matchmaking.draft_plan_id = plan.id


def _refuse_without_substance(matchmaking: Matchmaking) -> None:
    if not slots(matchmaking.event):
        raise Refusal(_("There are no slots yet. Add a block first."))
    if not has_active_meetings(matchmaking):
        raise Refusal(_("No meetings have been agreed yet."))
