"""The table of calendar addresses."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elmo_events.foundation.database import Base
from elmo_events.registration.models import Registration


class AgendaFeed(Base):
    """The secret address of somebody's own calendar of an event; a new `version` ends the old address."""

    __tablename__ = "agenda_feed"

    registration_id: Mapped[int] = mapped_column(ForeignKey("registration.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(default=1)

    registration: Mapped[Registration] = relationship()
