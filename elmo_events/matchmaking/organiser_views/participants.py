"""Who comes to an event, and how far each has come with meetings; reminders, and the list as a file."""

from flask import Response, abort, flash, redirect, request, send_file, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as Answer

from elmo_events.accounts.actions import record
from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import remind as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.exports.lists import people_sheet, requests_sheet
from elmo_events.matchmaking.exports.sheets import MIME_TYPES, FileKind, Sheet, write
from elmo_events.matchmaking.labels.gaps import GAP_LABELS, GAP_REMINDERS, WORDINGS
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.queries.acting import requests_at
from elmo_events.matchmaking.queries.reminding import reminding
from elmo_events.matchmaking.queries.roster import RosterRow, gap_counts, roster, selected
from elmo_events.matchmaking.rules import Gap
from elmo_events.organisers.guards import member

LONGEST_SEARCH = 100
ROWS_ON_PAGE = 100


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/people")
def participants(event_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    matchmaking_in(event)
    everybody, gap, words = roster(event), _gap_asked(), _words_asked()
    rows = selected(everybody, gap, words)
    last = max(1, -(-len(rows) // ROWS_ON_PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), last)
    return page(
        "matchmaking/organiser/participants.html",
        event=event,
        rows=rows[(number - 1) * ROWS_ON_PAGE : number * ROWS_ON_PAGE],
        found=len(rows),
        total=len(everybody),
        counts=gap_counts(everybody),
        gap=gap,
        words=words,
        number=number,
        last=last,
        gap_labels=GAP_LABELS,
        gap_reminders=GAP_REMINDERS,
        asked=_asked(gap, words),
    )


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/people.<any(csv, xlsx):kind>")
def export_participants(event_id: int, kind: str) -> Response:
    """Exactly the rows of the list that was filtered."""
    event = event_of(event_id)
    matchmaking_in(event)
    gap, words = _gap_asked(), _words_asked()
    rows: list[RosterRow] = selected(roster(event), gap, words)
    return _file(event, people_sheet(event, rows), FileKind(kind), _("people"))


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/requests.<any(csv, xlsx):kind>")
def export_requests(event_id: int, kind: str) -> Response:
    event = event_of(event_id)
    matchmaking_in(event)
    return _file(event, requests_sheet(event, requests_at(event)), FileKind(kind), _("requests"))


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/reminder/<gap>", methods=["GET", "POST"])
def remind(event_id: int, gap: str) -> tuple[str, int] | Answer:
    event, form = event_of(event_id), ConfirmForm()
    matchmaking = matchmaking_in(event)
    asked = Gap(gap) if gap in set(Gap) else abort(404)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            number = actions.remind(matchmaking, asked, now(), member())
            flash(ngettext("%(num)s email is on its way.", "%(num)s emails are on their way.", number), "success")
            return redirect(url_for("matchmaking.participants", event_id=event_id, gap=gap))
    return page(
        "matchmaking/organiser/remind.html",
        event=event,
        form=form,
        gap=asked,
        whom=reminding(event, asked, now()),
        reminder_text=GAP_REMINDERS[asked],
        wording=WORDINGS[asked],
    )


def _file(event: Event, sheet: Sheet, kind: FileKind, name: str) -> Response:
    """It is noted before the first byte leaves."""
    with transaction():
        about = ("event", event.id)
        record(member(), "meetings exported", about, event.organiser_id, file=str(kind), rows=len(sheet.rows))
    day = dates.local(now(), event.time_zone).date().isoformat()
    file_name = f"{name}-{event.slug}-{day}.{kind}"
    return send_file(write(sheet, kind), MIME_TYPES[kind], as_attachment=True, download_name=file_name, max_age=0)


def _gap_asked() -> Gap | None:
    written = request.args.get("gap", "")
    return Gap(written) if written in set(Gap) else None


def _words_asked() -> str:
    return request.args.get("q", "").strip()[:LONGEST_SEARCH]


def _asked(gap: Gap | None, words: str) -> dict[str, str]:
    """What the address says, for links that keep it."""
    return {name: value for name, value in (("gap", str(gap or "")), ("q", words)) if value}
