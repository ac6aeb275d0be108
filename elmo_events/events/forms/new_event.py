"""The few questions that make a draft."""

from datetime import date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import Length, Optional

from elmo_events.events.labels import FORMAT_LABELS, KIND_LABELS
from elmo_events.events.rules import EventFormat, EventKind, FirstFacts
from elmo_events.foundation import dates
from elmo_events.foundation.day_fields import ClockField, DayField
from elmo_events.foundation.forms import Filled, Form, LineField, TranslatedField, choices, clock_problem


class NewEventForm(Form):
    organiser_id = SelectField(_l("Organiser"), coerce=int)
    kind = SelectField(_l("Kind of event"), choices=choices(list(KIND_LABELS.items())), coerce=EventKind)
    title = TranslatedField(
        _l("Title"), most=150, description=_l("One language is enough for now; you can add the others later.")
    )
    day = DayField(_l("Day"), [Filled(_l("Write the day."))])
    starts = ClockField(_l("Starts"), [Filled(_l("Write when it starts."))], default=time(9))  # type: ignore[arg-type]  # a time, as our field keeps it
    ends = ClockField(_l("Ends"), [Filled(_l("Write when it ends."))], default=time(12))  # type: ignore[arg-type]
    last_day = DayField(_l("Last day, if different"), [Optional()])
    format = RadioField(
        _l("Where"), choices=choices(list(FORMAT_LABELS.items())), coerce=EventFormat, default=EventFormat.ON_SITE
    )
    city = LineField(_l("City or municipality"), [Optional(), Length(max=100)])

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if not any(self.title.data.values()):
            self.add_error("title-fi", _l("Write the title in at least one language."))
            valid = False
        for field in (self.starts, self.ends) if valid else ():
            if problem := clock_problem(self._moment(field)):
                self.add_error(field.name, problem)
                valid = False
        return valid

    @property
    def facts(self) -> FirstFacts:
        return FirstFacts(
            organiser_id=self.organiser_id.data,
            kind=self.kind.data,
            title=self.title.data,
            format=self.format.data,
            starts_at=self._moment(self.starts),
            ends_at=self._moment(self.ends),
            city=self.city.data or "",
        )

    def _moment(self, field: ClockField) -> datetime:
        day = (self.last_day.data if field is self.ends else None) or self.day.data
        return datetime.combine(day or date.min, field.data or time(), dates.zone(dates.HELSINKI))
