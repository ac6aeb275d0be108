"""The attendee list as a file: written to a temporary file row by row, so that memory does not grow with the list."""

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import IO

from elmo_events.attendees.exports import comma_separated, workbook
from elmo_events.attendees.exports.columns import ExportColumn, export_columns
from elmo_events.attendees.queries import attendee_list
from elmo_events.attendees.queries.names import names_of
from elmo_events.attendees.rules import FileKind, ListView
from elmo_events.events.models import Event

Writer = Callable[[IO[bytes], list[ExportColumn], attendee_list.Stream], int]
WRITERS: dict[FileKind, Writer] = {FileKind.CSV: comma_separated.write, FileKind.XLSX: workbook.write}


def write(event: Event, view: ListView, kind: FileKind, language: str) -> tuple[IO[bytes], int]:
    """The file, at its start, and how many rows it has."""
    names = names_of(event, language)
    columns = export_columns(event, view.columns, names)
    file = TemporaryFile()  # noqa: SIM115  whoever sends it closes it
    with attendee_list.every_row(event, view) as rows:
        number = WRITERS[kind](file, columns, rows)
    file.seek(0)
    return file, number
