"""Ways to attend an event and additions to it, each with its places."""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from elmo_events.events.rules import Mode, places_left
from elmo_events.foundation.database import Base
from elmo_events.foundation.languages import LanguageText, in_language


class Admission(Base):
    """The one way a participant attends. `places_taken` counts confirmed registrations; the database refuses one too many."""

    __tablename__ = "admission"
    __table_args__ = (
        CheckConstraint("places_taken >= 0", name="places_taken_not_negative"),
        CheckConstraint("places IS NULL OR places_taken <= places", name="places_taken_within_places"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    name: Mapped[dict[str, Any]]
    mode: Mapped[Mode] = mapped_column(String(10))
    places: Mapped[int | None]
    places_taken: Mapped[int] = mapped_column(default=0)
    has_catering: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)

    def name_in(self, language: str) -> LanguageText:
        return in_language(self.name, language)

    @property
    def places_left(self) -> int | None:
        return places_left(self.places, self.places_taken)


class Extra(Base):
    """An optional addition with its own places: site visit, workshop, dinner. `places_taken` counts confirmed registrations."""

    __tablename__ = "extra"
    __table_args__ = (
        CheckConstraint("places_taken >= 0", name="places_taken_not_negative"),
        CheckConstraint("places IS NULL OR places_taken <= places", name="places_taken_within_places"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"), index=True)
    name: Mapped[dict[str, Any]]
    description: Mapped[dict[str, Any]] = mapped_column(default=dict)
    places: Mapped[int | None]
    places_taken: Mapped[int] = mapped_column(default=0)
    has_catering: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)

    def name_in(self, language: str) -> LanguageText:
        return in_language(self.name, language)

    @property
    def places_left(self) -> int | None:
        return places_left(self.places, self.places_taken)
