"""CSV as RFC 4180 says, with the mark that makes Excel read UTF-8, and without anything that Excel would run."""

import csv
import io
from collections.abc import Callable
from typing import IO, Any

from flask_babel import gettext as _

from elmo_events.attendees.exports.columns import ExportColumn, Kind
from elmo_events.attendees.queries.attendee_list import Stream
from elmo_events.attendees.rules import defused


def write(file: IO[bytes], columns: list[ExportColumn], stream: Stream) -> int:
    """Write the list; how many rows it has."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    written = csv.writer(text, lineterminator="\r\n")
    written.writerow([column.heading for column in columns])
    converters = _converters()
    cells = [(column.value, converters[column.kind]) for column in columns]
    number = 0
    for row in stream.rows:
        written.writerow([convert(value(row, stream.positions)) for value, convert in cells])
        number += 1
    text.detach()
    return number


def _converters() -> dict[Kind, Callable[[Any], str]]:
    yes, no = str(_("yes")), str(_("no"))
    return {
        Kind.TEXT: defused,
        Kind.NUMBER: lambda number: "" if number is None else str(number),
        Kind.FLAG: lambda flag: yes if flag else no,
        Kind.MOMENT: lambda moment: moment.isoformat(" ", "minutes") if moment else "",
    }
