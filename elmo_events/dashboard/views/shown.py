"""What both pages show: a matrix with names, a drawing of it, and a workbook."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter
from flask import Response

from elmo_events.dashboard.rules import Dot, Matrix, circle, line_width
from elmo_events.foundation.languages import current_language
from elmo_events.network.queries import all_organisation_types, regions

RADIUS = 150
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Line(NamedTuple):
    start: Dot
    end: Dot
    number: int
    width: float


class Graph(NamedTuple):
    """A drawing of a matrix: its groups around a circle, and a line for each pair that can be shown."""

    dots: list[Dot]
    lines: list[Line]
    own: Mapping[str, int]  # meetings inside a group


def graph_of(matrix: Matrix) -> Graph:
    dots = {dot.key: dot for dot in circle(matrix.keys, RADIUS)}
    most = max((number for _, _, number in matrix.edges), default=0)
    lines = [
        Line(dots[first], dots[second], number, line_width(number, most)) for first, second, number in matrix.edges
    ]
    own = {key: matrix.cell(key, key) or 0 for key in matrix.keys}
    return Graph(list(dots.values()), lines[::-1], own)


def region_names() -> dict[str, str]:
    return {region.code: region.name_in(current_language()) for region in regions()}


def type_names() -> dict[str, str]:
    return {kind.slug: kind.name_in(current_language()) for kind in all_organisation_types()}


def matrix_rows(matrix: Matrix, names: Mapping[str, str]) -> list[list[object]]:
    """A head and a row for each group; what is hidden is written as “*”."""
    rows: list[list[object]] = [["", *(names[key] for key in matrix.keys)]]
    for first in matrix.keys:
        cells = [matrix.cell(first, second) for second in matrix.keys]
        rows.append([names[first], *("*" if number is None else number for number in cells)])
    return rows


def workbook(filename: str, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Response:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    bold = book.add_format({"bold": True, "bottom": 1})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title[:31])
        sheet.set_column(0, 0, 36)
        for place, row in enumerate(rows):
            _write_row(sheet, place, row, bold if place == 0 else None)
    book.close()
    answer = Response(file.getvalue(), content_type=XLSX)
    answer.headers["Content-Disposition"] = f"attachment; filename={filename}"
    return answer


def _write_row(sheet: Any, place: int, row: Sequence[object], look: Any) -> None:
    for column, value in enumerate(row):
        if isinstance(value, int | float):
            sheet.write_number(place, column, value, look)
        else:
            sheet.write_string(place, column, str(value), look)
