"""The attendee list: its rows, how many there are, and its totals."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, cast, func, select

from elmo_events.attendees.queries.selected import conditions, order
from elmo_events.attendees.rules import ROWS_ON_PAGE, Column, ListView, Paging
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, snapshot
from elmo_events.registration.models import Registration, registration_extra, registration_part
from elmo_events.registration.rules import RegistrationState

BATCH = 1000
FEW = 500


@dataclass(frozen=True)
class Stream:
    """Many rows, read as they are asked for, and who waits at which place."""

    rows: Iterator[Row[Any]]
    positions: dict[int, int]


@dataclass(frozen=True)
class Page:
    rows: Sequence[Row[Any]]
    paging: Paging


def totals(event: Event) -> dict[RegistrationState, int]:
    """How many registrations there are in each state."""
    numbers = db.session.execute(
        select(Registration.state, func.count()).where(Registration.event_id == event.id).group_by(Registration.state)
    ).all()
    return {RegistrationState(state): number for state, number in numbers}


def page_of(event: Event, view: ListView, known: dict[RegistrationState, int]) -> Page:
    """One page of a view; the last one when it has fewer. Ids are found first: what is skipped need not be read."""
    few: Sequence[int] | None = None
    if view.selection.is_by_state:
        number = sum(known.get(state, 0) for state in view.selection.states or known)
    else:
        few = _few(event, view)
        number = _number_selected(event, view) if few is None else len(few)
    paging = Paging(min(view.page, Paging(1, number).pages), number)
    wanted = conditions(event, view.selection) if few is None else Registration.id.in_(few)
    ids = (
        select(Registration.id)
        .where(wanted)
        .order_by(*order(view.sort, view.descending))
        .limit(ROWS_ON_PAGE)
        .offset((paging.page - 1) * ROWS_ON_PAGE)
    )
    return Page(_rows_of(view, db.session.scalars(ids).all()), paging)


def _few(event: Event, view: ListView) -> Sequence[int] | None:
    """All ids when they are few: then one look at every row is enough. None when they are many: it stops early."""
    found = db.session.scalars(select(Registration.id).where(conditions(event, view.selection)).limit(FEW + 1)).all()
    return None if len(found) > FEW else found


def _number_selected(event: Event, view: ListView) -> int:
    counted = select(func.count()).select_from(Registration).where(conditions(event, view.selection))
    return db.session.scalar(counted) or 0


def _rows_of(view: ListView, ids: Sequence[int]) -> Sequence[Row[Any]]:
    columns = tuple(dict.fromkeys((Column.NUMBER, Column.NAME, Column.STATE, *view.columns)))
    found = {row.id: row for row in db.session.execute(_rows(columns).where(Registration.id.in_(ids)))}
    return [found[number] for number in ids]


@contextmanager
def every_row(event: Event, view: ListView) -> Iterator[Stream]:
    """All rows of a view as they are at one moment, read in batches: memory does not grow with them."""
    columns = tuple(dict.fromkeys((Column.NUMBER, *view.columns)))
    statement = (
        _rows(columns)
        .where(conditions(event, view.selection))
        .order_by(*order(view.sort, view.descending))
        .execution_options(yield_per=BATCH)
    )
    with snapshot() as connection:
        waiting = _positions(connection.execute(_queue(event))) if Column.QUEUE in columns else {}
        with connection.execute(statement) as result:
            yield Stream(iter(result), waiting)


def queue_positions(event: Event, ids: Sequence[int]) -> dict[int, int]:
    """The places in the queue of those of these registrations that wait."""
    queue = _queue(event).subquery()
    return _positions(db.session.execute(select(queue).where(queue.c.id.in_(ids)))) if ids else {}


def _positions(rows: Iterable[Row[Any]]) -> dict[int, int]:
    return {row.id: row.queue_position for row in rows}


def _rows(columns: Sequence[Column]) -> Select[Any]:
    sources = _sources()
    return select(*[source for column in columns for source in sources[column]]).select_from(Registration)


def _sources() -> dict[Column, tuple[Any, ...]]:
    return {
        Column.NAME: (Registration.last_name, Registration.first_name),
        Column.EMAIL: (Registration.email,),
        Column.ORGANISATION: (Registration.organisation,),
        Column.ORGANISATION_TYPE: (Registration.organisation_type_id,),
        Column.JOB_TITLE: (Registration.job_title,),
        Column.PHONE: (Registration.phone,),
        Column.REGION: (Registration.region_code,),
        Column.ADMISSION: (Registration.admission_id,),
        Column.EXTRAS: (_joined(registration_extra, registration_extra.c.extra_id).label("extras"),),
        Column.PARTS: (_joined(registration_part, registration_part.c.part_id).label("parts"),),
        Column.STATE: (Registration.state,),
        Column.QUEUE: (),
        Column.LANGUAGE: (Registration.language,),
        Column.LISTED: (Registration.may_be_listed,),
        Column.MESSAGE: (Registration.message,),
        Column.CREATED: (Registration.created_at,),
        Column.CONFIRMED: (Registration.confirmed_at,),
        Column.CANCELLED: (Registration.cancelled_at,),
        Column.NUMBER: (Registration.id,),
    }


def _joined(table: Any, column: ColumnElement[int]) -> ColumnElement[str]:
    """The ids of what was chosen, such as “3,5”."""
    return (
        select(func.aggregate_strings(cast(column, String), ","))
        .where(table.c.registration_id == Registration.id)
        .correlate(Registration)
        .scalar_subquery()
    )


def _queue(event: Event) -> Select[Any]:
    """Everybody who waits, with the place in the queue of their admission."""
    position = func.row_number().over(
        partition_by=Registration.admission_id, order_by=(Registration.queue_number, Registration.id)
    )
    return select(Registration.id, position.label("queue_position")).where(
        Registration.event_id == event.id, Registration.state == RegistrationState.WAITING
    )
