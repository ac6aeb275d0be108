"""What the forms of the editor's sections share: the mark of a stale form, and lists of rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wtforms import HiddenField

from elmo_events.events.forms.fields import RowsField
from elmo_events.foundation import dates
from elmo_events.foundation.forms import ZonedForm


class SectionForm(ZonedForm):
    """A section of the editor. `facts` is what was typed, as the actions take it."""

    seen = HiddenField()

    @property
    def facts(self) -> Any:
        raise NotImplementedError

    @property
    def seen_at(self) -> datetime:
        """When the event had last been changed as the form was opened; long ago when the mark was tampered with."""
        try:
            moment = datetime.fromisoformat(self.seen.data or "")
        except ValueError:
            return datetime.min.replace(tzinfo=dates.zone("UTC"))
        return moment if moment.tzinfo else moment.replace(tzinfo=dates.zone("UTC"))

    def changes_rows(self, sent: Mapping[str, str]) -> bool:
        """Add or remove the row whose button was pressed. Nothing is checked or saved; what was typed stays."""
        if name := sent.get("add"):
            self.add_row(name)
            return True
        if name := sent.get("remove"):
            rows, _hyphen, number = name.rpartition("-")
            field = self._fields.get(rows)
            if isinstance(field, RowsField) and number.isdecimal() and int(number) < len(field.entries):
                field.pop_entry(int(number))  # type: ignore[call-arg]
            return True
        return False

    def add_row(self, name: str) -> None:
        field = self._fields.get(name)
        if isinstance(field, RowsField):
            field.append_entry()

    def validate(self, extra_validators: Any = None) -> bool:
        for field in self:
            if isinstance(field, RowsField):
                field.drop_blank_rows()
        return bool(super().validate(extra_validators))
