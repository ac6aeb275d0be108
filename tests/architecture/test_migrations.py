"""The models and the migrations say the same, on SQLite and on PostgreSQL (rule 6)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from flask_migrate import Migrate, downgrade, upgrade
from sqlalchemy import Column, Integer, MetaData, Table, inspect

from elmo_events import config, create_app
from elmo_events.foundation import search
from elmo_events.foundation.database import Base, db, transaction

BEYOND_MODELS = ("search_fts", "ix_search_document_lemmas")  # the index of words


@pytest.fixture
def migrated(bare_database: dict[str, Any]) -> Iterator[Flask]:
    app = create_app(**bare_database)
    Migrate(app, db, directory=str(config.folder("migrations")), render_as_batch=True)
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        db.engine.dispose()


def differences(metadata: MetaData) -> list[Any]:
    options = {"include_name": lambda name, kind, parents: not (name or "").startswith(BEYOND_MODELS)}
    with db.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def test_migrations_make_what_the_models_say(migrated: Flask) -> None:
    assert differences(Base.metadata) == []


def test_a_table_without_a_migration_is_found(migrated: Flask) -> None:
    metadata = MetaData()
    for table in Base.metadata.tables.values():
        table.to_metadata(metadata)
    Table("forgotten", metadata, Column("id", Integer, primary_key=True))
    added = [difference[1].name for difference in differences(metadata) if difference[0] == "add_table"]
    assert "forgotten" in added


def test_migrations_can_be_undone(migrated: Flask) -> None:
    downgrade(revision="base")
    assert inspect(db.engine).get_table_names() == ["alembic_version"]


def test_what_stands_in_the_tables_survives(bare_database: dict[str, Any]) -> None:
    """SQLite changes some tables by dropping them for a moment: what hangs on them must not go with them."""
    app = create_app(**bare_database)
    Migrate(app, db, directory=str(config.folder("migrations")), render_as_batch=True)
    with app.app_context():
        upgrade(revision="0001")
        tables = MetaData()
        tables.reflect(db.engine)
        with db.engine.begin() as connection:
            for name in ("organiser", "event", "theme", "event_theme", "account", "membership"):
                connection.execute(tables.tables[name].insert(), _some_row(tables.tables[name]))
        upgrade()
        with db.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM event_theme").scalar() == 1
            assert connection.exec_driver_sql("SELECT count(*) FROM membership").scalar() == 1
        db.session.remove()
        db.engine.dispose()


def _some_row(table: Table) -> dict[str, Any]:
    """Something that each column without a default may hold; every number is 1, so that rows point at each other."""
    samples = {bool: False, datetime: datetime(2027, 1, 1, tzinfo=UTC), dict: {}, object: {}, int: 1, str: "x"}
    return {column.name: samples[column.type.python_type] for column in table.columns if not column.nullable}


def test_what_models_can_not_say_is_there_too(migrated: Flask) -> None:
    with transaction():
        search.index("profile", 1, "Etsimme vedyn varastointia")
    found = search.matching("profile", "vety")
    assert found is not None
    assert db.session.scalars(found).all() == [1]
    with transaction():
        search.forget("profile", 1)
    assert db.session.scalars(found).all() == []
