"""A list as XLSX or CSV: nothing in it is taken for a formula."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

import xlsxwriter

from elmo_events.attendees.rules import defused

WIDTHS = {"text": 28, "number": 10, "moment": 17}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class FileKind(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


MIME_TYPES = {
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Sheet(NamedTuple):
    """Columns by heading and kind (text, number, moment), and their values row by row. Moments are in the event's own time."""

    title: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[Any]]


def write(sheet: Sheet, kind: FileKind) -> io.BytesIO:
    """The file, at its start."""
    file = io.BytesIO()
    {FileKind.CSV: _write_csv, FileKind.XLSX: _write_workbook}[kind](sheet, file)
    file.seek(0)
    return file


def _write_csv(sheet: Sheet, file: io.BytesIO) -> None:
    """With the mark that makes Excel read UTF-8."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    written = csv.writer(text, lineterminator="\r\n")
    written.writerow([heading for heading, _kind in sheet.columns])
    written.writerows([_plain(value) for value in row] for row in sheet.rows)
    text.detach()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    return "" if value is None else str(value) if isinstance(value, int) else defused(str(value))


def _write_workbook(sheet: Sheet, file: io.BytesIO) -> None:
    book = xlsxwriter.Workbook(file, OPTIONS)
    page = book.add_worksheet(sheet.title[:31])
    page.freeze_panes(1, 0)
    bold, moment = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "d.m.yyyy hh:mm"})
    for place, (heading, kind) in enumerate(sheet.columns):
        page.set_column(place, place, WIDTHS[kind])
        page.write_string(0, place, heading, bold)
    for number, row in enumerate(sheet.rows, start=1):
        for place, value in enumerate(row):
            _write_cell(page, number, place, value, moment)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    book.close()


def _write_cell(page: Any, number: int, place: int, value: Any, moment: Any) -> None:
    if isinstance(value, datetime):
        page.write_datetime(number, place, value, moment)
    elif isinstance(value, int):
        page.write_number(number, place, value)
    elif value:
        page.write_string(number, place, str(value))
