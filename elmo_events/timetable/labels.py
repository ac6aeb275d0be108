"""Words for tables and their kinds."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from elmo_events.timetable.rules import TableKind

KIND_LABELS = {TableKind.TABLE: _l("Table"), TableKind.BOOTH: _l("Booth"), TableKind.VIDEO: _l("Video room")}


def table_label(kind: str, name: str) -> str:
    """What people read: “Table 3” for a name that is only a number, else the name as the organiser wrote it."""
    if not name.isdecimal():
        return name
    sentences = {
        TableKind.TABLE: _("Table %(name)s", name=name),
        TableKind.BOOTH: _("Booth %(name)s", name=name),
        TableKind.VIDEO: _("Video room %(name)s", name=name),
    }
    return str(sentences[TableKind(kind)])
