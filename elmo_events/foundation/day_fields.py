"""Days and clock times as people write them here."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, StringField

from elmo_events.foundation.forms import YEARS
from elmo_events.foundation.languages import current_language


class DayField(DateField):
    """A day: from the browser's calendar, or typed as 24.11.2026."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = None
        typed = str(valuelist[0]).strip() if valuelist else ""
        if not typed:
            return
        for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                day = datetime.strptime(typed, pattern).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
            if YEARS[0] <= day.year <= YEARS[1]:
                self.data = day
                return
        raise ValueError(str(_l("Write a day, such as 24.11.2026.")))


class ClockField(StringField):
    """A time of day, typed as 9, 9.15, 9:15 or 0915."""

    data: time | None  # type: ignore[assignment]

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        mark = ":" if current_language() == "en" else "."
        return f"{self.data.hour}{mark}{self.data.minute:02d}" if self.data else ""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = None
        typed = str(valuelist[0]).strip() if valuelist else ""
        if not typed:
            return
        found = re.fullmatch(r"(\d{1,2})(?:[.:]?(\d{2}))?", typed)
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:  # noqa: PLR2004  hours and minutes
            raise ValueError(str(_l("Write a time, such as 9.15.")))
        self.data = time(int(found[1]), int(found[2] or 0))
