"""Sections of things that take place from one moment to another: the dates of an event, the sessions of its programme."""

from datetime import date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FormField, IntegerField, RadioField, SelectField
from wtforms.validators import Length, NumberRange, Optional, Regexp

from elmo_events.events.forms.fields import Row, RowsField, SpeakersField
from elmo_events.events.forms.section import SectionForm
from elmo_events.events.labels import FORMAT_LABELS
from elmo_events.events.rules import (
    ORGANISER_TIME_ZONES,
    DatesAndPlace,
    EventFormat,
    PartFacts,
    Programme,
    Rhythm,
    SessionFacts,
    following_days,
)
from elmo_events.foundation import dates
from elmo_events.foundation.day_fields import ClockField, DayField
from elmo_events.foundation.forms import Filled, LineField, TranslatedField, choices, clock_problem

MOST_ADDED = 30


class SpanRow(Row):
    day = DayField(_l("Day"), [Filled(_l("Write the day."))])
    starts = ClockField(_l("Starts"), [Filled(_l("Write when it starts."))])
    ends = ClockField(_l("Ends"), [Filled(_l("Write when it ends."))])
    last_day = DayField(_l("Last day, if different"), [Optional()])

    def starts_at(self, zone: str) -> datetime:
        return datetime.combine(self.day.data or date.min, self.starts.data or time(), dates.zone(zone))

    def ends_at(self, zone: str) -> datetime:
        day = self.last_day.data or self.day.data or date.min
        return datetime.combine(day, self.ends.data or time(), dates.zone(zone))

    def has_real_times(self, zone: str) -> bool:
        """Whether both clock times are there once, and only once, on their day. Puts a sentence beside those that aren't."""
        real = True
        for field, moment in ((self.starts, self.starts_at(zone)), (self.ends, self.ends_at(zone))):
            if problem := clock_problem(moment):
                field.errors = [*field.errors, problem]
                real = False
        return real


class PartRow(SpanRow):
    title = TranslatedField(_l("Title of this date"), most=150)

    @property
    def is_blank(self) -> bool:
        return self.id.data is None and not any(self.day.raw_data or ()) and not self.title.data

    def facts(self, zone: str) -> PartFacts:
        return PartFacts(self.id.data, self.starts_at(zone), self.ends_at(zone), self.title.data)


class SessionRow(SpanRow):
    title = TranslatedField(_l("Title"), most=200)
    description = TranslatedField(_l("Description"), most=2000, long=True)
    place = LineField(_l("Room or place"), [Length(max=200)])
    speakers = SpeakersField(_l("Speakers"), description=_l("One on each line: name, role and organisation."))

    @property
    def is_blank(self) -> bool:
        """Its day and start are filled in beforehand, so they say nothing."""
        typed = (self.title.data, self.description.data, self.place.data, self.speakers.data)
        return self.id.data is None and not any(self.ends.raw_data or ()) and not any(typed)

    def facts(self, zone: str) -> SessionFacts:
        return SessionFacts(
            self.id.data,
            self.starts_at(zone),
            self.ends_at(zone),
            self.title.data,
            self.description.data,
            self.place.data or "",
            tuple(self.speakers.data or ()),
        )


class DatesForm(SectionForm):
    parts = RowsField(FormField(PartRow), _l("Dates"))
    rhythm = SelectField(
        _l("Repeat the last date"),
        choices=choices(
            [
                (Rhythm.WEEKLY, _l("every week")),
                (Rhythm.FORTNIGHTLY, _l("every second week")),
                (Rhythm.MONTHLY, _l("every month, on the same weekday")),
            ]
        ),
        coerce=Rhythm,
        default=Rhythm.WEEKLY,
    )
    count = IntegerField(_l("How many more times"), [Optional(), NumberRange(1, MOST_ADDED)])
    time_zone = SelectField(_l("Time zone"), choices=choices([(zone, zone) for zone in ORGANISER_TIME_ZONES]))
    format = RadioField(_l("Where"), choices=choices(list(FORMAT_LABELS.items())), coerce=EventFormat)
    venue = LineField(_l("Venue"), [Length(max=200)])
    address = LineField(_l("Street address"), [Length(max=300)])
    city = LineField(_l("City or municipality"), [Length(max=100)])
    joining_link = LineField(
        _l("Joining link"),
        [Optional(), Length(max=500), Regexp(r"^https?://\S+$", message=_l("A link begins with https://"))],
        description=_l("Only people with a place get the link: by email a day and an hour before."),
    )

    def add_row(self, name: str) -> None:
        """A further date at the same clock time, or a series of them; a day that can't be read adds nothing."""
        last = self.parts.entries[-1].form if self.parts.entries else None
        times = {"starts": last.starts.data, "ends": last.ends.data} if last else {}
        days: list[Any] = [None] if name == "parts" else []
        if name == "series" and last and last.day.data and self.count.data:
            days = following_days(last.day.data, self.rhythm.data, min(self.count.data, MOST_ADDED))
        for day in days:
            self.parts.append_entry({**times, "day": day})

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        real = [row.form.has_real_times(self.time_zone.data) for row in self.parts]
        return all(real)

    @property
    def facts(self) -> DatesAndPlace:
        return DatesAndPlace(
            format=self.format.data,
            time_zone=self.time_zone.data,
            parts=tuple(row.form.facts(self.time_zone.data) for row in self.parts),
            venue=self.venue.data or "",
            address=self.address.data or "",
            city=self.city.data or "",
            joining_link=self.joining_link.data or "",
        )


class ProgrammeForm(SectionForm):
    sessions = RowsField(FormField(SessionRow), _l("Sessions"))

    def add_row(self, name: str) -> None:
        """A session that begins when the last one ends, or the first one as the event begins."""
        last = self.sessions.entries[-1].form if self.sessions.entries else None
        begins = {"day": last.day.data, "starts": last.ends.data} if last else self.sessions.row_values
        self.sessions.append_entry(begins)

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        real = [row.form.has_real_times(self.zone) for row in self.sessions]
        return all(real)

    @property
    def facts(self) -> Programme:
        return Programme(tuple(row.form.facts(self.zone) for row in self.sessions))
