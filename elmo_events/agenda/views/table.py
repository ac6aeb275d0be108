"""What stands at a table behind its code: who meets there now and next; people check in without signing in."""

from collections.abc import Sequence
from typing import Any

from flask import abort, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.accounts.guards import signed_in_account
from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.forms import NameForm
from elmo_events.agenda.queries import tables as queries
from elmo_events.agenda.rules import is_named
from elmo_events.events.models import Event
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.languages import best_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit, origin
from elmo_events.matchmaking.actions.arrive import arrive as note_arrival
from elmo_events.matchmaking.actions.arrive import miss
from elmo_events.matchmaking.guards import event_with_meetings
from elmo_events.matchmaking.models import Meeting, Participation, Seat
from elmo_events.matchmaking.queries.participations import is_in_force, own_participation
from elmo_events.matchmaking.queries.rooms import other_of
from elmo_events.matchmaking.rules import MeetingState

MOST_NAMES = 60  # typed at one table in ten minutes, where two people meet; a whole venue shares one address


@open_to_all
@blueprint.get("/t/<token>")
def table_code(token: str) -> Response:
    """The short address in a table's code; the page speaks the visitor's language."""
    table = queries.table_by_token(token) or abort(404)
    event = queries.event_of(table)
    return redirect(url_for(".arrive", slug=event.slug, token=token, language=best_language()))


@open_to_all
@blueprint.route("/<language>/events/<slug>/tables/<token>", methods=["GET", "POST"])
def arrive(slug: str, token: str) -> Any:
    """Signed-in people tap once; others type their name, which must be one of the two."""
    event, _matchmaking = event_with_meetings(slug)
    table = queries.table_by_token(token) or abort(404)
    if table.event_id != event.id:
        abort(404)
    meetings = queries.next_at_table(table, now())
    viewer = _viewer(event)
    form = NameForm(data={"name": viewer.name if viewer else ""})
    if meetings and form.validate_on_submit():
        limit("names at tables", f"{table.id} {origin()}", MOST_NAMES, 600)
        with form.showing_refusals():
            seat = _seat_named(meetings, form.name.data or "")
            if seat is None:
                form.add_error("name", _("Nobody of this name meets here now or next."))
            else:
                with transaction():
                    note_arrival(seat.meeting, seat.participation)
                return redirect(url_for(".seat", slug=slug, token=queries.seat_token(seat)))
    return page(
        "agenda/arrive.html",
        event=event,
        table=table,
        meetings=meetings,
        shown=queries.shown,
        form=form,
        own_seat=_seat_of(meetings, viewer),
        elsewhere=_elsewhere(viewer, meetings),
        moment=now(),
    )


@open_to_all
@blueprint.route("/<language>/events/<slug>/seats/<token>", methods=["GET", "POST"])
def seat(slug: str, token: str) -> Any:
    """After checking in: whether the other has come; and if not, who says so."""
    event, _matchmaking = event_with_meetings(slug)
    own = queries.seat_by_token(token) or abort(404)
    meeting, form = own.meeting, ConfirmForm()
    if meeting.event_id != event.id or not is_in_force(own.participation):
        abort(404)
    other = other_of(meeting, own.participation)
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            miss(meeting, other)
            return redirect(url_for(".seat", slug=slug, token=token))
    other_seat = next(each for each in meeting.seats if each.participation_id == other.id)
    return page(
        "agenda/seat.html",
        event=event,
        form=form,
        own=own,
        other=queries.shown(other),
        other_seat=other_seat,
        meeting=meeting,
        is_off=meeting.state == MeetingState.CANCELLED,
        is_missing=queries.is_missing(other_seat, now()),
        moment=now(),
    )


def _viewer(event: Event) -> Participation | None:
    account = signed_in_account()
    return own_participation(event, account) if account else None


def _seat_of(meetings: Sequence[Meeting], viewer: Participation | None) -> Seat | None:
    seats = (seat for meeting in meetings for seat in meeting.seats)
    return next((seat for seat in seats if viewer and seat.participation_id == viewer.id), None)


def _seat_named(meetings: Sequence[Meeting], typed: str) -> Seat | None:
    """The first of the table's people with this name; of two with one name in a meeting, neither: they type it whole."""
    for meeting in meetings:
        named = [each for each in meeting.seats if _is_of(each.participation, typed)]
        if len(named) == 1:
            return named[0]
    return None


def _is_of(person: Participation, typed: str) -> bool:
    return is_in_force(person) and is_named(typed, person.profile.first_name, person.profile.last_name)


def _elsewhere(viewer: Participation | None, meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that a signed-in person has at another table."""
    if viewer is None or _seat_of(meetings, viewer) is not None:
        return None
    return queries.meeting_now(viewer, now())
