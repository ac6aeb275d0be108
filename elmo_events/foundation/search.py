"""Search that understands word forms: one table holds the lemmas of what can be found, whatever it is.

SQLite finds in it with FTS5, PostgreSQL with a text index; the same words find the same things on both.
"""

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from elmo_events.foundation.database import Base


class SearchDocument(Base):
    """The lemmas of one thing that can be found. `kind` and `about_id` point upwards without a foreign key."""

    __tablename__ = "search_document"
    __table_args__ = (UniqueConstraint("kind", "about_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    about_id: Mapped[int]
    lemmas: Mapped[str] = mapped_column(Text)
