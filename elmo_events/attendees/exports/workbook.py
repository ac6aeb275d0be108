"""XLSX with typed cells: xlsxwriter keeps one row in memory at a time."""

from collections.abc import Callable
from typing import IO, Any

import xlsxwriter
from flask_babel import gettext as _

from elmo_events.attendees.exports.columns import ExportColumn, Kind
from elmo_events.attendees.queries.attendee_list import Stream

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Cell = Callable[[int, int, Any], object]


def write(file: IO[bytes], columns: list[ExportColumn], stream: Stream) -> int:
    """Write the list; how many rows it has."""
    book = xlsxwriter.Workbook(file, OPTIONS)
    sheet = book.add_worksheet(str(_("Attendees"))[:31])
    sheet.freeze_panes(1, 0)
    _write_head(book, sheet, columns)
    writers = _writers(book, sheet)
    cells = [(place, column.value, writers[column.kind]) for place, column in enumerate(columns)]
    number = 0
    for number, row in enumerate(stream.rows, start=1):
        for place, value, write_cell in cells:
            found = value(row, stream.positions)
            if found is not None and found != "":
                write_cell(number, place, found)
    if columns:
        sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)
    book.close()
    return number


def _write_head(book: Any, sheet: Any, columns: list[ExportColumn]) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, bold)


def _writers(book: Any, sheet: Any) -> dict[Kind, Cell]:
    moment = book.add_format({"num_format": "d.m.yyyy hh:mm"})
    return {
        Kind.TEXT: sheet.write_string,
        Kind.NUMBER: sheet.write_number,
        Kind.FLAG: sheet.write_boolean,
        Kind.MOMENT: lambda row, place, value: sheet.write_datetime(row, place, value, moment),
    }
