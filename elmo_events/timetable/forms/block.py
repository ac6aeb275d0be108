"""What an organiser says of a block."""

from datetime import date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import NumberRange

from elmo_events.foundation import dates
from elmo_events.foundation.day_fields import ClockField, DayField
from elmo_events.foundation.forms import Filled, TranslatedField, ZonedForm, clock_problem
from elmo_events.timetable.rules import LONGEST_PAUSE, LONGEST_SLOT, PAUSE_MINUTES, SLOT_MINUTES, BlockFacts


class BlockForm(ZonedForm):
    day = DayField(_l("Day"), [Filled(_l("Write the day."))])
    starts = ClockField(_l("Starts"), [Filled(_l("Write when it starts."))])
    ends = ClockField(_l("Ends"), [Filled(_l("Write when it ends."))])
    slot_minutes = IntegerField(
        _l("Length of a meeting, minutes"), [Filled(), NumberRange(1, LONGEST_SLOT)], default=SLOT_MINUTES
    )
    pause_minutes = IntegerField(
        _l("Pause between meetings, minutes"), [Filled(), NumberRange(0, LONGEST_PAUSE)], default=PAUSE_MINUTES
    )
    title = TranslatedField(_l("Name of the block"), most=100)

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        for field in (self.starts, self.ends):
            if problem := clock_problem(self._moment(field)):
                field.errors = [*field.errors, problem]
        return not (self.starts.errors or self.ends.errors)

    @property
    def facts(self) -> BlockFacts:
        return BlockFacts(
            starts_at=self._moment(self.starts),
            ends_at=self._moment(self.ends),
            slot_minutes=self.slot_minutes.data or SLOT_MINUTES,
            pause_minutes=self.pause_minutes.data or 0,
            title=self.title.data,
        )

    def _moment(self, field: ClockField) -> datetime:
        return datetime.combine(self.day.data or date.min, field.data or time(), dates.zone(self.zone))
