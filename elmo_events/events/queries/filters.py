"""What a list of events can be narrowed down to."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, String, cast

from elmo_events.events.models import Event
from elmo_events.events.queries.search import SEARCHED_AS
from elmo_events.events.rules import EventFormat, EventKind
from elmo_events.foundation import dates, search
from elmo_events.foundation.languages import CONTENT_LANGUAGES
from elmo_events.network.models import Region, Theme
from elmo_events.organisers.models import Organiser

LONGEST = 100
MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Filters:
    """Chosen values, empty where nothing is chosen; what makes no sense counts as not chosen."""

    words: str = ""
    kind: str = ""
    theme: str = ""
    region: str = ""
    format: str = ""
    spoken: str = ""
    organiser: str = ""
    month: str = ""

    @classmethod
    def of(cls, written: Mapping[str, str]) -> Self:
        allowed: dict[str, Container[str]] = {
            "kind": set(EventKind),
            "format": set(EventFormat),
            "spoken": set(CONTENT_LANGUAGES),
        }
        chosen = {field.name: " ".join(written.get(field.name, "").split())[:LONGEST] for field in fields(cls)}
        for name, values in allowed.items():
            if chosen[name] not in values:
                chosen[name] = ""
        if not MONTH.fullmatch(chosen["month"]):
            chosen["month"] = ""
        return cls(**chosen)

    @property
    def chosen(self) -> dict[str, Any]:
        """Only what is chosen, as it stands in the address."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}

    def without(self, name: str) -> dict[str, Any]:
        return {key: value for key, value in self.chosen.items() if key != name}

    def conditions(self) -> list[ColumnElement[bool]]:
        found = search.matching(SEARCHED_AS, self.words)
        conditions: list[ColumnElement[bool]] = [] if found is None else [Event.id.in_(found)]
        if self.kind:
            conditions.append(Event.kind == self.kind)
        if self.format:
            conditions.append(Event.format == self.format)
        if self.theme:
            conditions.append(Event.themes.any(Theme.slug == self.theme))
        if self.region:
            conditions.append(Event.regions.any(Region.code == self.region))
        if self.organiser:
            conditions.append(Event.organiser.has(Organiser.slug == self.organiser))
        if self.spoken:
            conditions.append(cast(Event.languages, String).contains(f'"{self.spoken}"'))
        if self.month:
            first, after = month_span(self.month)
            conditions.append((Event.starts_at < after) & (Event.ends_at >= first))
        return conditions


def month_span(month: str) -> tuple[datetime, datetime]:
    """When a month such as 2027-02 begins and when the next one does, in Helsinki."""
    year, number = int(month[:4]), int(month[5:7])
    first = datetime(year, number, 1, tzinfo=dates.zone(dates.HELSINKI))
    after = first.replace(year=year + number // 12, month=number % 12 + 1)
    return first, after
