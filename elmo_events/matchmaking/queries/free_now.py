"""Who and what is free in a slot? What the draft holds counts as taken, as what is published does."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, or_, select

from elmo_events.events.rules import Mode
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Seat
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import MeetingTable, Slot
from elmo_events.timetable.rules import TableKind

Pair = tuple[Participation, Participation]


def busy_people(slot: Slot, apart_from: Collection[int] = ()) -> set[int]:
    """Ids of participations that are in a meeting then, other than in those of `apart_from` (ids)."""
    in_slot = or_(Seat.slot_id == slot.id, Seat.published_slot_id == slot.id)
    return set(db.session.scalars(select(Seat.participation_id).where(in_slot, Seat.meeting_id.not_in(apart_from))))


def taken_tables(slot: Slot, apart_from: Collection[int] = ()) -> set[int]:
    """Ids of tables that hold a meeting then."""
    taken: set[int] = set()
    for slot_column, table_column in (
        (Meeting.slot_id, Meeting.table_id),
        (Meeting.published_slot_id, Meeting.published_table_id),
    ):
        held: list[ColumnElement[bool]] = [slot_column == slot.id, table_column.is_not(None)]
        rows = select(table_column).where(*held, Meeting.id.not_in(apart_from), Meeting.state == MeetingState.ACTIVE)
        taken |= {number for number in db.session.scalars(rows) if number is not None}
    return taken


def places_for(matchmaking: Matchmaking, pair: Pair) -> list[int | None]:
    """Ids of the tables where these two may meet, in their order; None: online, without a room of ours."""
    tables = db.session.scalars(
        select(MeetingTable)
        .where(MeetingTable.event_id == matchmaking.event_id, MeetingTable.is_open)
        .order_by(MeetingTable.position, MeetingTable.id)
    ).all()
    online = [person.registration.admission.mode == Mode.ONLINE for person in pair]
    rooms: list[int | None] = [table.id for table in tables if table.kind == TableKind.VIDEO]
    if matchmaking.video_address:
        rooms = [None]
    if all(online) or (any(online) and not rooms):
        return rooms
    hosts = {person.registration_id for person in pair}
    booths = [table for table in tables if table.kind == TableKind.BOOTH and table.host_registration_id in hosts]
    return [table.id for table in booths[:1] or tables if table in booths or table.kind == TableKind.TABLE]


def free_place(
    matchmaking: Matchmaking, pair: Pair, slot: Slot, taken: Collection[int], wanted: int | None = None
) -> tuple[bool, int | None]:
    """Whether there is a place for these two, and its table: the wanted one if it can be."""
    free = [table for table in places_for(matchmaking, pair) if table is None or table not in taken]
    if not free:
        return False, None
    return True, wanted if wanted in free else free[0]
