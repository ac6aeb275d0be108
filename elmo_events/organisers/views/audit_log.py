"""Who did what at an organiser."""

from typing import Any

from flask import abort
from flask_sqlalchemy.pagination import Pagination

from elmo_events.accounts.models import AuditEntry
from elmo_events.accounts.queries import ENTRIES_ON_A_PAGE, audit_entries, count_audit_entries, names_of
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.pages import page
from elmo_events.organisers import labels, queries
from elmo_events.organisers.blueprint import blueprint


class AuditPages(Pagination):
    """Pages of audit entries, in the form that the page links want."""

    def _query_items(self) -> list[Any]:
        return list(audit_entries(self._query_args["organiser_id"], self._query_offset, self.per_page))

    def _query_count(self) -> int:
        return count_audit_entries(self._query_args["organiser_id"])


@organiser_role("manager")
@blueprint.get("/<language>/organiser/organisers/<int:organiser_id>/audit-log")
def audit_log(organiser_id: int) -> Any:
    organiser = queries.organiser(organiser_id) or abort(404)
    number = page_asked()
    entries = AuditPages(page=number, per_page=ENTRIES_ON_A_PAGE, error_out=number > 1, organiser_id=organiser_id)
    return page(
        "organisers/audit_log.html",
        organiser=organiser,
        entries=entries,
        names=_names(entries.items),
        action_labels=labels.ACTIONS,
        kind_labels=labels.KINDS,
        detail_labels=labels.DETAILS,
    )


def _names(entries: list[AuditEntry]) -> dict[int, str]:
    about = (entry.about_id for entry in entries if entry.about_kind == "account")
    return names_of([*(entry.account_id for entry in entries), *about])
