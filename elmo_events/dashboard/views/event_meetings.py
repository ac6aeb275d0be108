"""What the meetings of one event came to, for its organiser."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from flask import Response
from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.guards import signed_in_account
from elmo_events.dashboard.blueprint import blueprint
from elmo_events.dashboard.labels import TOOK
from elmo_events.dashboard.queries import figures as queries
from elmo_events.dashboard.views.shown import graph_of, matrix_rows, region_names, type_names, workbook
from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.labels.feedback import NEXT_STEP_LABELS, RESULT_LABELS, USEFUL_LABELS
from elmo_events.matchmaking.labels.requests import REQUEST_STATES

LOOKS_BACK = timedelta(days=2 * 365)  # what counts as met before


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/statistics")
def event_meetings(event_id: int) -> Any:
    event = event_of(event_id)
    pairs = queries.pairs_of(event)
    earlier = queries.earlier_pairs(event, event.starts_at - LOOKS_BACK)
    by_region = queries.region_matrix(pairs)
    return page(
        "dashboard/event_meetings.html",
        event=event,
        figures=queries.event_figures(event, pairs, earlier),
        request_states=REQUEST_STATES,
        took_labels=TOOK,
        useful_labels=USEFUL_LABELS,
        next_step_labels=NEXT_STEP_LABELS,
        result_labels=RESULT_LABELS,
        regions=by_region,
        types=queries.type_matrix(pairs),
        region_names=region_names(),
        type_names=type_names(),
        before=graph_of(queries.region_matrix(earlier)) if earlier else None,
        after=graph_of(queries.region_matrix([*earlier, *pairs])),
        here=graph_of(by_region),
    )


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/statistics.xlsx")
def event_meetings_export(event_id: int) -> Response:
    event = event_of(event_id)
    pairs = queries.pairs_of(event)
    earlier = queries.earlier_pairs(event, event.starts_at - LOOKS_BACK)
    numbers = queries.event_figures(event, pairs, earlier)
    with transaction():
        record(signed_in_account(), "statistics exported", ("event", event.id), event.organiser_id)
    return workbook(
        f"elmo-{event.slug}-meetings.xlsx",
        {
            str(_("Figures")): _figure_rows(event, numbers),
            str(_("Regions")): matrix_rows(queries.region_matrix(pairs), region_names()),
            str(_("Organisation types")): matrix_rows(queries.type_matrix(pairs), type_names()),
        },
    )


def _figure_rows(event: Event, numbers: queries.EventFigures) -> list[list[object]]:
    rows: list[list[object]] = [[_("Figure"), _("Number")]]
    rows.append([_("People who joined the meetings"), numbers.joined])
    rows.append([_("Requests"), numbers.requested])
    rows += _label_rows(_("Requests"), REQUEST_STATES, numbers.requests)
    rows.append([_("Meetings arranged"), numbers.arranged])
    rows += _label_rows(_("Meetings"), TOOK, numbers.took)
    rows += _label_rows(_("Usefulness"), USEFUL_LABELS, numbers.useful)
    rows += _label_rows(_("Next step"), NEXT_STEP_LABELS, numbers.next_steps)
    rows += _label_rows(_("What it led to"), RESULT_LABELS, numbers.results)
    if numbers.new_ties is not None:
        rows.append([_("Pairs of organisations that met for the first time"), numbers.new_ties])
    return rows


def _label_rows(heading: str, names: Mapping[Any, Any], counted: Mapping[Any, int] | None) -> list[list[object]]:
    """Nothing where too few have answered."""
    if counted is None:
        return []
    return [[f"{heading}: {name}", counted.get(key, 0)] for key, name in names.items()]
