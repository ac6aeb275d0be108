"""Tables of accounts and of the audit log."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base


class Account(Base):
    """What one signs in with. `session_version` grows to end all sessions (new password, sign out everywhere).

    `is_participant`: of somebody who signs in by a link from an e-mail and works for no organiser. Everybody else needs
    a password: a letter that was passed on must not open what an organiser sees.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)  # kept in lower case
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(3), default="fi")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_network_administrator: Mapped[bool] = mapped_column(default=False)
    is_participant: Mapped[bool] = mapped_column(default=False)
    session_version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    last_sign_in_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]

    # What Flask-Login asks for; its mixin would bring Flask into the tables.
    @property
    def is_active(self) -> bool:
        return self.closed_at is None

    @property
    def is_authenticated(self) -> bool:
        return True

    @property
    def is_anonymous(self) -> bool:
        return False

    def get_id(self) -> str:
        return f"{self.id}.{self.session_version}"


class UsedLink(Base):
    """A link for signing in that has been used: it works once. Its `mark` tells nothing of whom it was for."""

    __tablename__ = "used_link"

    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    used_at: Mapped[datetime] = mapped_column(default=now)


class AuditEntry(Base):
    """Who did what to what: ids and numbers, never names or answers. `about_id` points upwards without a foreign key."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_organiser", "organiser_id", "at"),
        Index("ix_audit_entry_about", "about_kind", "about_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)
    account_id: Mapped[int | None]
    organiser_id: Mapped[int | None]
    action: Mapped[str] = mapped_column(String(60))  # such as "attendees exported"
    about_kind: Mapped[str] = mapped_column(String(40))
    about_id: Mapped[int | None]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
