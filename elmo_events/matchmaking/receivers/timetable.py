"""What we do when slots or tables are about to be deleted; inside the transaction that deletes them."""

from collections.abc import Collection
from typing import Any

from flask_babel import ngettext
from sqlalchemy import or_, select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.seats import NOWHERE, draft, lock_meetings
from elmo_events.matchmaking.models import Matchmaking, Meeting
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable import signals


def register() -> None:
    signals.places_going.connect(free_places)


def free_places(event: Event, slot_ids: Collection[int] = (), table_ids: Collection[int] = (), **_: Any) -> None:
    """Meetings that stand there only in the draft wait for a new place.

    Refuses: people have been told of meetings there. Writes: meetings, seats.
    """
    matchmaking = db.session.get(Matchmaking, event.id)
    if matchmaking is None:
        return
    lock_meetings(matchmaking)
    told = select(Meeting).where(
        Meeting.event_id == event.id,
        Meeting.state == MeetingState.ACTIVE,
        or_(Meeting.published_slot_id.in_(slot_ids), Meeting.published_table_id.in_(table_ids)),
    )
    if count := len(db.session.scalars(told).all()):
        raise Refusal(
            ngettext(
                "People have been told of %(num)s meeting there. Move or cancel it first.",
                "People have been told of %(num)s meetings there. Move or cancel them first.",
                count,
            )
        )
    drafted = select(Meeting).where(
        Meeting.event_id == event.id,
        Meeting.state == MeetingState.ACTIVE,
        or_(Meeting.slot_id.in_(slot_ids), Meeting.table_id.in_(table_ids)),
    )
    meetings = db.session.scalars(drafted).all()
    for meeting in meetings:
        meeting.is_pinned = False
    draft(dict.fromkeys(meetings, NOWHERE))
