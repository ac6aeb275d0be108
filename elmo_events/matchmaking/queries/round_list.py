"""The rounds of speed networking as an organiser sees them."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, Participation, Plan
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import Slot

Rounds = list[tuple[Slot, list[Meeting]]]


def rounds_of(plan: Plan) -> Rounds:
    """The slots of these rounds, with the meetings that stand there now, by table."""
    found: Rounds = []
    for slot, meeting in _rows(plan):
        if not found or found[-1][0] is not slot:
            found.append((slot, []))
        found[-1][1].append(meeting)
    return [(slot, sorted(meetings, key=_by_table)) for slot, meetings in found]


def _rows(plan: Plan) -> list[tuple[Slot, Meeting]]:
    return [
        (slot, meeting)
        for slot, meeting in db.session.execute(
            select(Slot, Meeting)
            .join(Meeting, Meeting.slot_id == Slot.id)
            .where(
                Slot.id.in_(plan.options["slots"]), Meeting.state == MeetingState.ACTIVE, Meeting.request_id.is_(None)
            )
            .options(
                joinedload(Meeting.first).joinedload(Participation.profile),
                joinedload(Meeting.second).joinedload(Participation.profile),
                joinedload(Meeting.table),
            )
            .order_by(Slot.starts_at, Slot.id, Meeting.id)
        )
    ]


def _by_table(meeting: Meeting) -> tuple[int, int]:
    return (meeting.table.position if meeting.table else 0, meeting.id)
