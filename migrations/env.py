"""How migrations run: on the application's own engine, alike on SQLite (tables are copied to be changed) and PostgreSQL."""

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import JSON, DateTime

from elmo_events.foundation.database import Base, UTCDateTime, db


OURS = {"render_item", "compare_type", "include_name"}


def render_item(kind: str, item: Any, autogenerate: AutogenContext) -> str | bool:
    """A migration stands for itself: it names the database's type, not our class, which may change."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, JSON):
        autogenerate.imports.add("from sqlalchemy.dialects import postgresql\n")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


def compare_type(migration: Any, inspected: Any, metadata: Any, inspected_type: Any, metadata_type: Any) -> bool | None:
    """Our moments are the database's moments; all other types are compared as Alembic does."""
    if isinstance(metadata_type, UTCDateTime):
        return not isinstance(inspected_type, DateTime)
    return None


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """What a model can't say is made by a migration of its own: the index of words that search stands on."""
    return not (name or "").startswith(("search_fts", "ix_search_document_lemmas"))


def run_migrations() -> None:
    options: dict[str, Any] = dict(current_app.extensions["migrate"].configure_args)
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            compare_type=compare_type,
            include_name=include_name,
            **{name: value for name, value in options.items() if name not in OURS},
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run_migrations()
