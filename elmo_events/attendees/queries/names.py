"""What the ids in the rows of a list are called, read once for all rows."""

from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import in_language
from elmo_events.network.models import OrganisationType, Region


@dataclass(frozen=True)
class Names:
    admissions: dict[int, str]
    extras: dict[int, str]
    parts: dict[int, str]
    organisation_types: dict[int, str]
    regions: dict[str, str]

    @cached_property
    def _joined(self) -> dict[tuple[int, str], str]:
        return {}

    def of_extras(self, written: str | None) -> str:
        """The names behind “3,5”, in the event's order."""
        return self._of(self.extras, written)

    def of_parts(self, written: str | None) -> str:
        return self._of(self.parts, written)

    def _of(self, names: dict[int, str], written: str | None) -> str:
        if not written:
            return ""
        key = (id(names), written)  # few combinations, many rows
        if key not in self._joined:
            chosen = {int(number) for number in written.split(",")}
            self._joined[key] = ", ".join(name for number, name in names.items() if number in chosen)
        return self._joined[key]


def names_of(event: Event, language: str) -> Names:
    types = select(OrganisationType.id, OrganisationType.name)
    regions = select(Region.code, Region.name)
    return Names(
        admissions={each.id: each.name_in(language).text for each in event.admissions},
        extras={each.id: each.name_in(language).text for each in event.extras},
        parts={part.id: event.part_in(part, language) for part in event.parts},
        organisation_types={
            number: in_language(name, language).text
            for number, name in db.session.execute(types.order_by(OrganisationType.position, OrganisationType.id))
        },
        regions={
            code: in_language(name, language).text
            for code, name in db.session.execute(regions.order_by(Region.position, Region.code))
        },
    )
