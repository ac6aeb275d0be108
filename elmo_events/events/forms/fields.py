"""Fields of the editor: counts of places, speakers, rows that can be added."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, HiddenField, SelectField, StringField, TextAreaField
from wtforms import Form as PlainForm
from wtforms.fields import BooleanField

from elmo_events.events.rules import SpeakerFacts

MOST_PLACES = 100_000
LONGEST_NUMBER = 10  # digits; Python refuses to read thousands of them


class PlacesField(StringField):
    """How many places there are; empty means as many as come."""

    data: int | None  # type: ignore[assignment]

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else "" if self.data is None else str(self.data)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = None
        typed = re.sub(r"\s", "", str(valuelist[0])) if valuelist else ""
        if not typed:
            return
        if not typed.isdecimal() or len(typed) > LONGEST_NUMBER or int(typed) > MOST_PLACES:
            raise ValueError(str(_l("Write a whole number, or leave the field empty.")))
        self.data = int(typed)


class SpeakersField(TextAreaField):
    """Speakers, one on each line: the name, then a comma and the role."""

    data: tuple[SpeakerFacts, ...]  # type: ignore[assignment]

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "\n".join(", ".join(filter(None, (one.name, one.role))) for one in self.data or ())

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        lines = str(valuelist[0]).splitlines() if valuelist else []
        parts = [line.partition(",") for line in lines if line.strip(" ,\t")]
        self.data = tuple(
            SpeakerFacts(" ".join(name.split())[:200], " ".join(role.split())[:200]) for name, _comma, role in parts
        )


class RowIdField(HiddenField):
    """The number of a row that is kept already; None for a new one."""

    data: int | None  # type: ignore[assignment]

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        written = str(valuelist[0]) if valuelist else ""
        self.data = int(written) if written.isdecimal() and len(written) < LONGEST_NUMBER else None


class Row(PlainForm):
    """One row of a list."""

    id = RowIdField()

    @property
    def is_blank(self) -> bool:
        """A row that was added and then left alone."""
        typed = (field for field in self if not isinstance(field, SelectField | BooleanField))
        return not any(field.data for field in typed)


class RowsField(FieldList):  # type: ignore[type-arg]
    """A list of rows. Its errors are those of its rows, and its own sentences about the whole list.

    `row_values` stand in a row that is added to an empty list.
    """

    own_errors: list[Any]
    row_values: Mapping[str, Any] = {}

    def validate(self, form: Any, extra_validators: Any = ()) -> bool:
        self.own_errors = []
        valid = [entry.validate(form) for entry in self.entries]
        return all(valid)

    @property
    def errors(self) -> list[Any]:
        return [*getattr(self, "own_errors", []), *(entry.errors for entry in self.entries if entry.errors)]

    @errors.setter
    def errors(self, sentences: Iterable[Any]) -> None:
        self.own_errors = [sentence for sentence in sentences if not isinstance(sentence, Mapping)]

    @property
    def blank(self) -> Any:
        """A row for a script to copy; its names hold __number__ where the others have a number."""
        entry = self._add_entry(data=dict(self.row_values), index="__number__")  # type: ignore[attr-defined]
        self.entries.pop()
        self.last_index = len(self.entries) - 1
        return entry

    def drop_blank_rows(self) -> None:
        for number in reversed(range(len(self.entries))):
            if self.entries[number].form.is_blank and len(self.entries) > self.min_entries:
                self.pop_entry(number)  # type: ignore[call-arg]
