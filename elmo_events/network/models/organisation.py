"""Tables of organisations and of the names they are known by."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, String, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import SORT_KEY, Base
from elmo_events.foundation.languages import LanguageText, in_language
from elmo_events.network.models.terms import OrganisationType, Region, Theme
from elmo_events.network.rules import ClusterFacts

organisation_theme = Table(
    "organisation_theme",
    Base.metadata,
    Column("organisation_id", ForeignKey("organisation.id", ondelete="CASCADE"), primary_key=True),
    Column("theme_id", ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Organisation(Base):
    """A company, university, cluster, … of the network. Known by many names, of which each belongs to one organisation.

    `has_page`: it wants a public page. The cluster fields are what the European Cluster Collaboration Platform asks for.
    """

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[dict[str, Any]]
    sort_key: Mapped[str] = mapped_column(SORT_KEY, index=True)
    organisation_type_id: Mapped[int | None] = mapped_column(ForeignKey("organisation_type.id"))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    country: Mapped[str] = mapped_column(String(2), default="FI")
    city: Mapped[str] = mapped_column(String(100), default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    description: Mapped[dict[str, Any]] = mapped_column(default=dict)
    has_page: Mapped[bool] = mapped_column(default=False)

    is_cluster: Mapped[bool] = mapped_column(default=False)
    has_half_time_employee: Mapped[bool] = mapped_column(default=False)
    has_english_website: Mapped[bool] = mapped_column(default=False)
    member_count: Mapped[int | None]
    names_members_openly: Mapped[bool] = mapped_column(default=False)
    most_members_are_companies: Mapped[bool] = mapped_column(default=False)
    actor_kinds: Mapped[list[Any]] = mapped_column(default=list)  # slugs of organisation types among its members
    activities: Mapped[dict[str, Any]] = mapped_column(default=dict)  # what it does for its members, Markdown

    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)

    organisation_type: Mapped[OrganisationType | None] = relationship()
    region: Mapped[Region | None] = relationship()
    themes: Mapped[list[Theme]] = relationship(secondary=organisation_theme, order_by=(Theme.position, Theme.id))
    names: Mapped[list["OrganisationName"]] = relationship(
        cascade="all, delete-orphan", order_by="OrganisationName.id", back_populates="organisation"
    )

    def name_in(self, language: str) -> LanguageText:
        return in_language(self.name, language)

    def description_in(self, language: str) -> LanguageText:
        return in_language(self.description, language)

    def activities_in(self, language: str) -> LanguageText:
        return in_language(self.activities, language)

    @property
    def cluster_facts(self) -> ClusterFacts:
        return ClusterFacts(
            has_half_time_employee=self.has_half_time_employee,
            has_english_website=self.has_english_website,
            member_count=self.member_count,
            names_members_openly=self.names_members_openly,
            most_members_are_companies=self.most_members_are_companies,
            actor_kinds=self.actor_kinds,
            themes=[theme.slug for theme in self.themes],
            activities=list(self.activities.values()),
        )


class OrganisationName(Base):
    """One spelling of an organisation's name: its names in each language, short forms, aliases. `folded` finds it."""

    __tablename__ = "organisation_name"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    folded: Mapped[str] = mapped_column(String(200), unique=True)

    organisation: Mapped[Organisation] = relationship(back_populates="names")
