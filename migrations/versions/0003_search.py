"""search

The index of words over what can be found: a table of its own on SQLite, kept in step by triggers; an index on PostgreSQL.
Whoever changes the table `search_document` on SQLite by copying it must make the triggers anew.

Follows: 0002
"""

from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

ADD = "INSERT INTO search_fts (rowid, lemmas) VALUES (new.id, new.lemmas);"
REMOVE = "INSERT INTO search_fts (search_fts, rowid, lemmas) VALUES ('delete', old.id, old.lemmas);"
SQLITE = (
    ("CREATE VIRTUAL TABLE search_fts USING fts5(lemmas, content='search_document', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 0', prefix='2 3')"),
    f"CREATE TRIGGER search_added AFTER INSERT ON search_document BEGIN {ADD} END",
    f"CREATE TRIGGER search_removed AFTER DELETE ON search_document BEGIN {REMOVE} END",
    f"CREATE TRIGGER search_changed AFTER UPDATE ON search_document BEGIN {REMOVE} {ADD} END",
    "INSERT INTO search_fts (search_fts) VALUES ('rebuild')",
)
POSTGRESQL = (
    ("CREATE INDEX ix_search_document_lemmas ON search_document"
    " USING gin (array_to_tsvector(string_to_array(search_document.lemmas, ' ')))"),
)


def upgrade() -> None:
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.drop_index("ix_search_document_lemmas", "search_document")
        return
    for trigger in ("search_added", "search_removed", "search_changed"):
        op.execute(f"DROP TRIGGER {trigger}")
    op.execute("DROP TABLE search_fts")
