"""The models and the migrations say the same, on SQLite and on PostgreSQL (rule 6)."""

from collections.abc import Iterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from flask_migrate import Migrate, downgrade, upgrade
from sqlalchemy import Column, Integer, MetaData, Table, inspect

from elmo_events import config, create_app
from elmo_events.foundation.database import Base, db


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
    with db.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


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
