"""The worker's part in repairs: finding out what can be done, outside any transaction, and ending what nobody answered."""

from datetime import timedelta

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import each_alone, enqueue, every, job
from elmo_events.matchmaking.actions import repair as actions
from elmo_events.matchmaking.queries import repair as queries
from elmo_events.matchmaking.queries.mending import mending
from elmo_events.matchmaking.rules import RepairState

LEFT_BEHIND = timedelta(minutes=2)


@job(actions.JOB)
def mend(repair_id: int) -> None:
    repair = queries.repair(repair_id)
    if repair is None or repair.state != RepairState.LOOKING:
        return
    found = mending(repair, now())
    with transaction():
        actions.mend(repair_id, found)


@every(minutes=1)
def end_overdue_repairs() -> None:
    """Running twice ends nothing twice; a nudge that was lost is given again."""
    overdue, left_behind = queries.overdue(now()), queries.left_behind(now() - LEFT_BEHIND)
    db.session.rollback()
    each_alone("repair not ended", overdue, _expire)
    for repair_id in left_behind:
        enqueue(actions.JOB, repair_id)


def _expire(repair_id: int) -> None:
    with transaction():
        actions.expire(repair_id)
