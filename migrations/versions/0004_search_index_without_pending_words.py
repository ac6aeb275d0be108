"""search index without pending words

On PostgreSQL new words waited in a list of the index until a vacuum; as long as it was full, a search read every document
instead. From now on they go into the index at once.

Follows: 0003
"""

from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX ix_search_document_lemmas SET (fastupdate = off)")
        op.execute("SELECT gin_clean_pending_list('ix_search_document_lemmas')")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER INDEX ix_search_document_lemmas RESET (fastupdate)")
