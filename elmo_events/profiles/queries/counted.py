"""A page of a long list, counted by the question that finds it: who may be seen is asked once, and rows are read whole only
of the page.
"""

from typing import Any

from flask_sqlalchemy.pagination import Pagination
from sqlalchemy import Select, func, select

from elmo_events.foundation.database import db


class CountedPage(Pagination):
    """`found`: what is listed, in its order. `key`: the column of its ids. `whole`: rows with all that the page shows."""

    def _query_items(self) -> list[Any]:
        found, key, whole = (self._query_args[name] for name in ("found", "key", "whole"))
        counted: Select[Any] = found.with_only_columns(key, func.count().over())
        rows = db.session.execute(counted.limit(self.per_page).offset(self._query_offset)).all()
        self._total = rows[0][1] if rows else self._count_alone(found, key)
        wanted = {number: position for position, (number, _total) in enumerate(rows)}
        shown = db.session.scalars(whole.where(key.in_(wanted))).unique().all()
        return sorted(shown, key=lambda row: wanted[row.id])

    def _query_count(self) -> int:
        return self._total

    def _count_alone(self, found: Select[Any], key: Any) -> int:
        """A page past the last one finds no row that could tell."""
        if self.page == 1:
            return 0
        return db.session.scalar(select(func.count()).select_from(found.with_only_columns(key).subquery())) or 0


def counted_page(found: Select[Any], key: Any, whole: Select[Any], page: int, per_page: int) -> Pagination:
    return CountedPage(page=page, per_page=per_page, error_out=False, found=found, key=key, whole=whole)
