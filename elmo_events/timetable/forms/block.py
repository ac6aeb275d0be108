"""What an organiser says of a block."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import NumberRange

from elmo_events.foundation import dates
from elmo_events.foundation.day_fields import ClockField, DayField
from elmo_events.foundation.forms import Filled, TranslatedField, ZonedForm, clock_problem
from elmo_events.timetable.rules import LONGEST_PAUSE, LONGEST_SLOT, PAUSE_MINUTES, SLOT_MINUTES, BlockFacts


class BlockForm(ZonedForm):
    """`spans`: when the event goes on; where that is past midnight, a block may end on the next day."""

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

    def __init__(self, *arguments: Any, spans: Sequence[tuple[datetime, datetime]], **options: Any) -> None:
        self.spans = spans
        super().__init__(*arguments, **options)

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        for field, moment in ((self.starts, self._starts_at), (self.ends, self._ends_at)):
            if problem := clock_problem(moment):
                field.errors = [*field.errors, problem]
        return not (self.starts.errors or self.ends.errors)

    @property
    def facts(self) -> BlockFacts:
        return BlockFacts(
            starts_at=self._starts_at,
            ends_at=self._ends_at,
            slot_minutes=self.slot_minutes.data or SLOT_MINUTES,
            pause_minutes=self.pause_minutes.data or 0,
            title=self.title.data,
        )

    @property
    def _starts_at(self) -> datetime:
        return self._moment(self.starts)

    @property
    def _ends_at(self) -> datetime:
        same_day = self._moment(self.ends)
        is_next_day = same_day <= self._starts_at and self._goes_on_past_midnight()
        return self._moment(self.ends, days_later=1) if is_next_day else same_day

    def _goes_on_past_midnight(self) -> bool:
        day = self.day.data or date.min
        return any(
            start <= self._starts_at < end and day < dates.local(end, self.zone).date() for start, end in self.spans
        )

    def _moment(self, field: ClockField, days_later: int = 0) -> datetime:
        day = (self.day.data or date.min) + timedelta(days=days_later)
        return datetime.combine(day, field.data or time(), dates.zone(self.zone))
