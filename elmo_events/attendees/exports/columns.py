"""Which cells a column of the list becomes in a file: heading, width, kind, and how its value is read from a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Row

from elmo_events.attendees.labels import COLUMN_LABELS
from elmo_events.attendees.queries.names import Names
from elmo_events.attendees.rules import Column
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.languages import LETTER_LANGUAGES
from elmo_events.registration.labels import STATE_LABELS

Positions = dict[int, int]
Value = Callable[[Row[Any], Positions], Any]


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    MOMENT = "moment"  # the event's own time, without a zone, as spreadsheets want it


@dataclass(frozen=True)
class ExportColumn:
    heading: str
    width: int
    kind: Kind
    value: Value


def export_columns(event: Event, columns: Sequence[Column], names: Names) -> list[ExportColumn]:
    made = _columns(event, names)
    return [part for column in columns for part in made[column]]


def _columns(event: Event, names: Names) -> dict[Column, list[ExportColumn]]:
    states = {str(state): str(label) for state, label in STATE_LABELS.items()}
    return {
        Column.NAME: [
            ExportColumn(str(_("Last name")), 22, Kind.TEXT, lambda row, _positions: row.last_name),
            ExportColumn(str(_("First name")), 18, Kind.TEXT, lambda row, _positions: row.first_name),
        ],
        Column.EMAIL: [_text(Column.EMAIL, 32, lambda row, _positions: row.email)],
        Column.ORGANISATION: [_text(Column.ORGANISATION, 32, lambda row, _positions: row.organisation)],
        Column.ORGANISATION_TYPE: [
            _text(
                Column.ORGANISATION_TYPE,
                24,
                lambda row, _positions: names.organisation_types.get(row.organisation_type_id, ""),
            )
        ],
        Column.JOB_TITLE: [_text(Column.JOB_TITLE, 24, lambda row, _positions: row.job_title)],
        Column.PHONE: [_text(Column.PHONE, 18, lambda row, _positions: row.phone)],
        Column.REGION: [_text(Column.REGION, 20, lambda row, _positions: names.regions.get(row.region_code, ""))],
        Column.ADMISSION: [
            _text(Column.ADMISSION, 20, lambda row, _positions: names.admissions.get(row.admission_id, ""))
        ],
        Column.EXTRAS: [_text(Column.EXTRAS, 28, lambda row, _positions: names.of_extras(row.extras))],
        Column.PARTS: [_text(Column.PARTS, 40, lambda row, _positions: names.of_parts(row.parts))],
        Column.STATE: [_text(Column.STATE, 20, lambda row, _positions: states[row.state])],
        Column.QUEUE: [
            ExportColumn(_label(Column.QUEUE), 10, Kind.NUMBER, lambda row, positions: positions.get(row.id))
        ],
        Column.LANGUAGE: [
            _text(Column.LANGUAGE, 12, lambda row, _positions: LETTER_LANGUAGES.get(row.language, row.language))
        ],
        Column.LISTED: [ExportColumn(_label(Column.LISTED), 12, Kind.FLAG, lambda row, _positions: row.may_be_listed)],
        Column.MESSAGE: [_text(Column.MESSAGE, 50, lambda row, _positions: row.message)],
        Column.CREATED: [_moment(event, Column.CREATED, lambda row, _positions: row.created_at)],
        Column.CONFIRMED: [_moment(event, Column.CONFIRMED, lambda row, _positions: row.confirmed_at)],
        Column.CANCELLED: [_moment(event, Column.CANCELLED, lambda row, _positions: row.cancelled_at)],
        Column.NUMBER: [ExportColumn(_label(Column.NUMBER), 10, Kind.NUMBER, lambda row, _positions: row.id)],
    }


def _label(column: Column) -> str:
    return str(COLUMN_LABELS[column])


def _text(column: Column, width: int, value: Value) -> ExportColumn:
    return ExportColumn(_label(column), width, Kind.TEXT, value)


def _moment(event: Event, column: Column, read: Value) -> ExportColumn:
    zone = dates.zone(event.time_zone)

    def value(row: Row[Any], positions: Positions) -> datetime | None:
        moment: datetime | None = read(row, positions)
        return moment.astimezone(zone).replace(tzinfo=None, microsecond=0) if moment else None

    return ExportColumn(_label(column), 17, Kind.MOMENT, value)
