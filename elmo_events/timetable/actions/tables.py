"""An organiser keeps room for meetings: tables, booths of hosts, video rooms."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from elmo_events.timetable import queries, signals
from elmo_events.timetable.models import MeetingTable
from elmo_events.timetable.rules import MOST_TABLES, TableFacts, TableKind, following_names


def add_tables(event: Event, count: int, by: Account) -> Sequence[MeetingTable]:
    """So many tables more, named by the next free numbers.

    Refuses: more tables than an event can have. Writes: the tables, an audit entry.
    """
    lock(event)
    known = queries.tables(event)
    _leave_room(known, count)
    names = following_names((table.name for table in known), count)
    made = [
        MeetingTable(event_id=event.id, name=name, position=_after(known) + step) for step, name in enumerate(names)
    ]
    db.session.add_all(made)
    db.session.flush()
    _note(event, by, "tables added", rows=count)
    return made


def add_table(event: Event, kind: TableKind, facts: TableFacts, by: Account) -> MeetingTable:
    """One booth or video room, or a table with a name of its own.

    Refuses: the name is taken, the host does not come to this event or has a booth already. Writes: the table, an audit entry.
    """
    lock(event)
    known = queries.tables(event)
    _leave_room(known, 1)
    _check(event, facts, known)
    made = MeetingTable(event_id=event.id, kind=kind, position=_after(known), **facts._asdict())
    db.session.add(made)
    db.session.flush()
    _note(event, by, "tables added", rows=1)
    return made


def change_table(event: Event, table: MeetingTable, facts: TableFacts, by: Account) -> None:
    """Refuses: the name is taken, the host does not come to this event or has a booth already.

    Writes: the table, an audit entry.
    """
    lock(event)
    _check(event, facts, [other for other in queries.tables(event) if other is not table])
    for name, value in facts._asdict().items():
        setattr(table, name, value)
    _note(event, by, "table changed", table=table.id)


def open_table(event: Event, table: MeetingTable, is_open: bool, by: Account) -> None:
    """A closed table keeps the meetings that it has and gets no new ones. Writes: the table, an audit entry."""
    lock(event)
    table.is_open = is_open
    _note(event, by, "table opened" if is_open else "table closed", table=table.id)


def move_table(event: Event, table: MeetingTable, steps: int, by: Account) -> None:
    """Let a table stand so many steps later (or earlier) in the list. Writes: the order of the tables, an audit entry."""
    lock(event)
    order = list(queries.tables(event))
    place = order.index(table)
    order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
    for position, one in enumerate(order, 1):
        one.position = position
    _note(event, by, "table changed", table=table.id)


def remove_table(event: Event, table: MeetingTable, by: Account) -> None:
    """Refuses: people have been told of meetings there (matchmaking says so, through the signal).

    Writes: the table is deleted, an audit entry; sends `places_going`.
    """
    lock(event)
    signals.places_going.send(event, slot_ids=(), table_ids=[table.id])
    _note(event, by, "table removed", table=table.id)
    db.session.delete(table)
    db.session.flush()


def _check(event: Event, facts: TableFacts, others: Sequence[MeetingTable]) -> None:
    if any(other.name.casefold() == facts.name.casefold() for other in others):
        raise Refusal(_("There is a table of that name already."), field="name")
    if facts.host_registration_id is None:
        return
    host = db.session.get(Registration, facts.host_registration_id)
    if host is None or host.event_id != event.id or host.state != RegistrationState.CONFIRMED:
        raise Refusal(_("Choose somebody who comes to this event."), field="host_registration_id")
    if any(other.host_registration_id == host.id for other in others):
        raise Refusal(_("This person has a booth already."), field="host_registration_id")


def _leave_room(known: Sequence[MeetingTable], count: int) -> None:
    if len(known) + count > MOST_TABLES:
        raise Refusal(
            ngettext(
                "An event can have at most %(num)s table.", "An event can have at most %(num)s tables.", MOST_TABLES
            ),
            field="count",
        )


def _after(known: Sequence[MeetingTable]) -> int:
    return max((table.position for table in known), default=0) + 1


def _note(event: Event, by: Account, action: str, **details: object) -> None:
    record(by, action, ("event", event.id), organiser_id=event.organiser_id, **details)
