"""Tables of organisers, their members and their privacy notices."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base
from elmo_events.foundation.languages import in_language
from elmo_events.network.models import Region
from elmo_events.organisers.rules import Role


class Organiser(Base):
    """A council that runs events; it is the controller of the personal data that its events collect."""

    __tablename__ = "organiser"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[dict[str, Any]]
    is_bilingual: Mapped[bool] = mapped_column(default=False)  # Finnish and Swedish by law: both before publishing
    region_code: Mapped[str | None] = mapped_column(ForeignKey("region.code"))
    email: Mapped[str] = mapped_column(String(254))
    phone: Mapped[str] = mapped_column(String(40), default="")
    website: Mapped[str] = mapped_column(String(300), default="")
    region: Mapped[Region | None] = relationship(lazy="joined")

    def name_in(self, language: str) -> str:
        return in_language(self.name, language).text


class Membership(Base):
    """A person who works for an organiser."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("organiser_id", "account_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organiser.id", ondelete="CASCADE"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role] = mapped_column(String(10))
    organiser: Mapped[Organiser] = relationship()
    account: Mapped[Account] = relationship()


class PrivacyNotice(Base):
    """One version of an organiser's privacy notice; a registration remembers the version it was made under."""

    __tablename__ = "privacy_notice"
    __table_args__ = (UniqueConstraint("organiser_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organiser.id", ondelete="CASCADE"))
    version: Mapped[int]
    text: Mapped[dict[str, Any]]  # Markdown
    published_at: Mapped[datetime] = mapped_column(default=now)
    organiser: Mapped[Organiser] = relationship()
