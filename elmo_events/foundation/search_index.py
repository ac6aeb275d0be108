"""What a model of the search table can't say: SQLite's index of words, kept in step by triggers, and PostgreSQL's."""

from typing import Any

from sqlalchemy import Connection, FromClause, Table, event

# As our words stand: PostgreSQL's own parser would take some of them apart.
VECTOR = "array_to_tsvector(string_to_array(search_document.lemmas, ' '))"
POSTGRESQL = (
    f"CREATE INDEX ix_search_document_lemmas ON search_document USING gin (({VECTOR})) WITH (fastupdate = off)",
)
_ADD = "INSERT INTO search_fts (rowid, lemmas) VALUES (new.id, new.lemmas);"
_REMOVE = "INSERT INTO search_fts (search_fts, rowid, lemmas) VALUES ('delete', old.id, old.lemmas);"
_OPTIONS = "content='search_document', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3'"
SQLITE = (
    f"CREATE VIRTUAL TABLE search_fts USING fts5(lemmas, {_OPTIONS})",
    f"CREATE TRIGGER search_added AFTER INSERT ON search_document BEGIN {_ADD} END",
    f"CREATE TRIGGER search_removed AFTER DELETE ON search_document BEGIN {_REMOVE} END",
    f"CREATE TRIGGER search_changed AFTER UPDATE ON search_document BEGIN {_REMOVE} {_ADD} END",
)


def belongs_to(table: FromClause) -> None:
    """Make and remove the index together with its table."""
    event.listen(table, "after_create", _create)
    event.listen(table, "after_drop", _drop)


def _create(table: Table, connection: Connection, **options: Any) -> None:
    for statement in SQLITE if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)


def _drop(table: Table, connection: Connection, **options: Any) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE search_fts")
