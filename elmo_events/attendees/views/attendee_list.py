"""The attendee list: its URL is the view. And the same view as a file."""

from typing import Any

from flask import Response, request, send_file, url_for
from flask_babel import gettext as _

from elmo_events.attendees import actions, exports
from elmo_events.attendees.blueprint import blueprint
from elmo_events.attendees.forms import FilterForm
from elmo_events.attendees.labels import COLUMN_LABELS
from elmo_events.attendees.queries import attendee_list as queries
from elmo_events.attendees.queries.names import Names, names_of
from elmo_events.attendees.rules import Column, FileKind, ListView, Sort
from elmo_events.attendees.views.chosen import chosen_filters
from elmo_events.attendees.views.event_pages import attendee_page
from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.languages import LETTER_LANGUAGES, current_language
from elmo_events.organisers.guards import member
from elmo_events.registration.labels import STATE_LABELS
from elmo_events.registration.rules import RegistrationState

SORTS = {
    Column.NAME: Sort.NAME, Column.ORGANISATION: Sort.ORGANISATION, Column.STATE: Sort.STATE,
    Column.QUEUE: Sort.QUEUE, Column.CREATED: Sort.CREATED,
}  # fmt: skip
TONES = {
    RegistrationState.CONFIRMED: "success", RegistrationState.WAITING: "info", RegistrationState.OFFERED: "warning",
    RegistrationState.PENDING: "warning", RegistrationState.CANCELLED: "danger", RegistrationState.DECLINED: "neutral",
}  # fmt: skip
MIME_TYPES = {
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/attendees")
def attendee_list(event_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    names = names_of(event, current_language())
    form, view = _asked(event, names)
    totals = queries.totals(event)
    found = queries.page_of(event, view, totals)
    waiting = [row.id for row in found.rows if row.state == RegistrationState.WAITING]
    return attendee_page(
        "attendees/attendee_list.html",
        event,
        filters=form,  # not `form`: what is asked wrongly is left out, and the list shown all the same
        view=view,
        rows=found.rows,
        paging=found.paging,
        total=sum(totals.values()),
        states=_states(view, totals),
        names=names,
        positions=queries.queue_positions(event, waiting),
        chosen=chosen_filters(view, names),
        labels={"columns": COLUMN_LABELS, "states": STATE_LABELS, "languages": LETTER_LANGUAGES},
        tones=TONES,
        sorts=SORTS,
        gives_places=view.selection.states == (RegistrationState.WAITING,)
        and may_give_places(event)
        and any(admission.places_left != 0 for admission in event.admissions),
        list_url=lambda asked: list_url(event, asked),
        page_url=lambda number: list_url(event, view.on_page(number)),
        file_url=lambda kind: _url("export", event, view.on_page(1), kind=kind),
    )


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/attendees.<any(csv, xlsx):kind>")
def export(event_id: int, kind: str) -> Response:
    """Exactly the columns and registrations of the view. It is noted before the first byte leaves."""
    event = event_of(event_id)
    file_kind = FileKind(kind)
    _form, view = _asked(event, names_of(event, current_language()))
    file, number = exports.write(event, view, file_kind, current_language())
    with transaction():
        actions.note_export(event, member(), file_kind, view, number)
    day = dates.local(now(), event.time_zone).date().isoformat()
    name = f"{_('attendees')}-{event.slug}-{day}.{kind}"
    return send_file(file, MIME_TYPES[file_kind], as_attachment=True, download_name=name, max_age=0)


def list_url(event: Event, view: ListView) -> str:
    return _url("attendee_list", event, view)


def may_give_places(event: Event) -> bool:
    """Whether the waiting list still matters: the event is to come, or goes on."""
    return event.state == EventState.PUBLISHED and not event.is_past_at(now())


def _asked(event: Event, names: Names) -> tuple[FilterForm, ListView]:
    form = FilterForm(request.args)
    form.admission.choices = choices(list(names.admissions.items()))
    form.extra.choices = choices(list(names.extras.items()))
    form.part.choices = choices(list(names.parts.items()) if event.choose_parts else [])
    form.type.choices = choices(list(names.organisation_types.items()))
    form.region.choices = choices(list(names.regions.items()))
    view = form.view(request.args.get("sort"), page_asked())
    form.column.data = list(view.columns)
    return form, view


def _url(name: str, event: Event, view: ListView, **values: Any) -> str:
    written: dict[str, Any] = view.arguments()
    return url_for(f"attendees.{name}", event_id=event.id, **values, **written)


def _states(view: ListView, totals: dict[RegistrationState, int]) -> list[tuple[Any, ListView, bool, int]]:
    """A tab for each state that somebody is in; who waits is shown in the order of the queue."""
    chosen = view.selection.states
    tabs: list[tuple[Any, ListView, bool, int]] = [(_("All"), view.in_state(None), not chosen, sum(totals.values()))]
    for state, label in STATE_LABELS.items():
        if totals.get(state) or chosen == (state,):
            tabs.append((label, view.in_state(state), chosen == (state,), totals.get(state, 0)))
    return tabs
