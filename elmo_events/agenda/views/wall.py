"""The wall display: which table, who, and how long; for a screen in the room and, printed, for its door."""

from typing import Any

from flask import abort, request

from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.queries import tables as queries
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.guards import event_with_meetings

ROWS = 20  # on one screen; more take turns
SECONDS = 20  # until the screen looks again, and turns over


@open_to_all
@blueprint.get("/<language>/events/<slug>/wall/<token>")
def wall(slug: str, token: str) -> Any:
    """Behind a secret address that the organiser opens on the screen; it says first names and organisations alone."""
    event, matchmaking = event_with_meetings(slug)
    if not queries.is_wall_token(matchmaking, token):
        abort(404)
    moment = now()
    running, coming = queries.slot_now(event, moment), queries.slot_next(event, moment)
    slot = running or coming
    rows = queries.wall_rows(slot) if slot else []
    turns = 1 if "all" in request.args else max(1, -(-len(rows) // ROWS))  # on paper nothing takes turns
    on_screen = -(-len(rows) // turns)  # each turn as long as the others: 22 rows are 11 and 11
    turn = int(moment.timestamp()) // SECONDS % turns
    written, status = page(
        "agenda/wall.html",
        event=event,
        running=running,
        coming=coming,
        rows=rows[turn * on_screen : (turn + 1) * on_screen],
        turn=turn + 1,
        turns=turns,
        moment=moment,
        seconds=SECONDS,
    )
    return written, status, {"X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
