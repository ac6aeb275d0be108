"""Tables of what the network is made of: regions, themes, organisation types, projects. All are rows, all can be edited.

Organisations have a file of their own, `organisation.py`.
"""

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.foundation.database import Base
from elmo_events.foundation.languages import in_language
from elmo_events.network.rules import RegionKind, accent_of


class Region(Base):
    """A region; those of the network have their maakunta code (not the ISO 3166-2 one, which differs)."""

    __tablename__ = "region"

    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    kind: Mapped[RegionKind] = mapped_column(String(10))
    name: Mapped[dict[str, Any]]
    position: Mapped[int] = mapped_column(default=0)

    def name_in(self, language: str) -> str:
        return in_language(self.name, language).text


class StrategyPeriod(Base):
    """A period of the network's strategy, such as 2019–2023; each has its own themes.

    `sorts_events`: events are sorted by its themes.
    """

    __tablename__ = "strategy_period"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[dict[str, Any]]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    sorts_events: Mapped[bool] = mapped_column(default=False)

    def name_in(self, language: str) -> str:
        return in_language(self.name, language).text


class Theme(Base):
    """A theme of the network's strategy, or a topic below one (`parent_id`): two levels, no more.

    `closed` ones stay where they were chosen.
    """

    __tablename__ = "theme"

    id: Mapped[int] = mapped_column(primary_key=True)
    period_id: Mapped[int | None] = mapped_column(ForeignKey("strategy_period.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id"))
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[dict[str, Any]]
    position: Mapped[int] = mapped_column(default=0)
    closed: Mapped[bool] = mapped_column(default=False)

    period: Mapped[StrategyPeriod | None] = relationship()
    parent: Mapped["Theme | None"] = relationship(remote_side=[id])

    @property
    def accent(self) -> str:
        """The colour that it is shown in; a topic has that of its theme."""
        return self.parent.accent if self.parent else accent_of(self.slug)

    def name_in(self, language: str) -> str:
        return in_language(self.name, language).text


class OrganisationType(Base):
    __tablename__ = "organisation_type"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[dict[str, Any]]
    position: Mapped[int] = mapped_column(default=0)
    closed: Mapped[bool] = mapped_column(default=False)

    def name_in(self, language: str) -> str:
        return in_language(self.name, language).text


class Project(Base):
    """A project that pays for events: its code and funder text stand on pages, e-mails and papers, with the EU emblem if asked."""

    __tablename__ = "project"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[dict[str, Any]]
    funder_text: Mapped[dict[str, Any]] = mapped_column(default=dict)
    has_eu_emblem: Mapped[bool] = mapped_column(default=True)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]

    def name_in(self, language: str) -> str:
        return in_language(self.name, language).text
