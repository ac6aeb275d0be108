"""Tables of profiles, of the offers and needs they state, and of whom their owners do not want to meet."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, String, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import SORT_KEY, Base
from elmo_events.foundation.languages import LanguageText, in_language
from elmo_events.network.models import Organisation, OrganisationType, Region, Theme
from elmo_events.profiles.rules import Direction, StatementKind, Visibility

profile_theme = Table(
    "profile_theme",
    Base.metadata,
    Column("profile_id", ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True),
    Column("theme_id", ForeignKey("theme.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Profile(Base):
    """What a person tells the network about themselves; one for an account.

    `organisation` is as they wrote it; `organisation_id` the organisation that it names. `confirmed_at`: when its owner
    last said or changed something. `changed_at` also tells the matching score that it must look anew. `asked_at` and
    `warned_at`: we have asked whether it is still right, or said that it will be erased, and nobody has answered yet.
    """

    __tablename__ = "profile"
    __table_args__ = (Index("ix_profile_visibility_sort", "visibility", "sort_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), unique=True)
    first_name: Mapped[str] = mapped_column(String(100))
    last_name: Mapped[str] = mapped_column(String(100))
    sort_key: Mapped[str] = mapped_column(SORT_KEY)
    job_title: Mapped[str] = mapped_column(String(200), default="")
    organisation: Mapped[str] = mapped_column(String(200), default="")
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    organisation_type_id: Mapped[int | None] = mapped_column(ForeignKey("organisation_type.id"))
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    country: Mapped[str] = mapped_column(String(2), default="FI")
    expertise: Mapped[dict[str, Any]] = mapped_column(default=dict)  # plain text, by language
    languages: Mapped[list[Any]] = mapped_column(default=list)  # spoken: fi, sv, en, …
    visibility: Mapped[Visibility] = mapped_column(String(10), default=Visibility.EVENTS)
    may_be_recommended: Mapped[bool] = mapped_column(default=True)  # and gets recommendations
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    confirmed_at: Mapped[datetime] = mapped_column(default=now)
    asked_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship()
    known_organisation: Mapped[Organisation | None] = relationship()
    organisation_type: Mapped[OrganisationType | None] = relationship()
    region: Mapped[Region | None] = relationship()
    themes: Mapped[list[Theme]] = relationship(secondary=profile_theme, order_by=(Theme.position, Theme.id))
    statements: Mapped[list["Statement"]] = relationship(
        cascade="all, delete-orphan", order_by="Statement.id", back_populates="profile"
    )

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def expertise_in(self, language: str) -> LanguageText:
        return in_language(self.expertise, language)


class ProfilePicture(Base):
    """The picture of a profile, already small and without what a camera writes into it. `mark` changes with its content."""

    __tablename__ = "profile_picture"

    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), primary_key=True)
    mark: Mapped[str] = mapped_column(String(16))
    content: Mapped[bytes] = mapped_column(LargeBinary)  # WebP


class Statement(Base):
    """An offer or a need, in the languages that its owner wrote.

    `confirmed_at`: when they last said that it is open; `asked_at`: we have asked since, and nobody has answered yet.
    """

    __tablename__ = "statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), index=True)
    direction: Mapped[Direction] = mapped_column(String(5))
    kind: Mapped[StatementKind] = mapped_column(String(12))
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("theme.id"))
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime] = mapped_column(default=now)
    confirmed_at: Mapped[datetime] = mapped_column(default=now)
    asked_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    profile: Mapped[Profile] = relationship(back_populates="statements")
    theme: Mapped[Theme | None] = relationship()

    def title_in(self, language: str) -> LanguageText:
        return in_language(self.title, language)

    def text_in(self, language: str) -> LanguageText:
        return in_language(self.text, language)


class Avoidance(Base):
    """A person or an organisation that somebody does not want to meet: private, and it works in both directions."""

    __tablename__ = "avoidance"
    __table_args__ = (
        UniqueConstraint("profile_id", "avoided_profile_id"),
        UniqueConstraint("profile_id", "avoided_organisation_id"),
        CheckConstraint("(avoided_profile_id IS NULL) <> (avoided_organisation_id IS NULL)", name="one_avoided"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"))
    avoided_profile_id: Mapped[int | None] = mapped_column(ForeignKey("profile.id", ondelete="CASCADE"), index=True)
    avoided_organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(default=now)

    avoided_profile: Mapped[Profile | None] = relationship(foreign_keys=[avoided_profile_id])
    avoided_organisation: Mapped[Organisation | None] = relationship()
