"""What the meetings of a year's events came to, for the network."""

from datetime import UTC, datetime
from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from elmo_events.dashboard.blueprint import blueprint
from elmo_events.dashboard.queries import figures as queries
from elmo_events.dashboard.rules import Took
from elmo_events.dashboard.views.shown import graph_of, matrix_rows, region_names, type_names, workbook
from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page

FIRST_YEAR = 2000
MANY_REGIONS = 3  # an event of the network as a whole


@administrators_only
@blueprint.get("/<language>/network/meetings")
def network_meetings() -> Any:
    year, since, until = _year()
    pairs = queries.pairs_between(since, until)
    rows = queries.event_rows(since, until, pairs)
    by_region = queries.region_matrix(pairs)
    known = [pair for pair in pairs if pair.took != Took.UNKNOWN]
    return page(
        "dashboard/network_meetings.html",
        year=year,
        years=queries.years(),
        rows=rows,
        arranged=len(pairs),
        held=sum(pair.took == Took.HELD for pair in known),
        known=len(known),
        wide_events=sum(row.regions >= MANY_REGIONS for row in rows),
        ties=len(queries.ties_of(pairs)),
        regions=by_region,
        types=queries.type_matrix(pairs),
        region_names=region_names(),
        type_names=type_names(),
        here=graph_of(by_region),
    )


@administrators_only
@blueprint.get("/<language>/network/meetings.xlsx")
def network_meetings_export() -> Response:
    year, since, until = _year()
    pairs = queries.pairs_between(since, until)
    head: list[object] = [_("Event"), _("Meetings arranged"), _("Took place"), _("Regions")]
    rows: list[list[object]] = [
        [row.event.title_in(current_language()).text, row.arranged, "" if row.held is None else row.held, row.regions]
        for row in queries.event_rows(since, until, pairs)
    ]
    return workbook(
        f"elmo-meetings-{year}.xlsx",
        {
            str(_("Events")): [head, *rows],
            str(_("Regions")): matrix_rows(queries.region_matrix(pairs), region_names()),
            str(_("Organisation types")): matrix_rows(queries.type_matrix(pairs), type_names()),
        },
    )


def _year() -> tuple[int, datetime, datetime]:
    """The year asked for, else this one."""
    year = request.args.get("year", now().year, type=int)
    year = year if FIRST_YEAR <= year <= now().year + 10 else now().year
    return year, datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
