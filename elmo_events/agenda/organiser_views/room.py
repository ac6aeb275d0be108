"""What hangs and stands in the room: cards with a code for each table, and the wall's address."""

from typing import Any

import segno
from flask import flash, redirect, url_for
from flask_babel import gettext as _
from markupsafe import Markup
from werkzeug.wrappers import Response

from elmo_events.agenda.actions.wall import new_wall_address
from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.organiser_views.event_pages import event_with_meetings
from elmo_events.agenda.queries import tables as queries
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.links import external_url
from elmo_events.foundation.pages import page
from elmo_events.organisers.guards import member
from elmo_events.timetable.models import MeetingTable
from elmo_events.timetable.queries import tables
from elmo_events.timetable.rules import TableKind


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events/<int:event_id>/meetings/table-cards")
def table_cards(event_id: int) -> Any:
    event, _matchmaking = event_with_meetings(event_id)
    wanted = [table for table in tables(event) if table.is_open and table.kind != TableKind.VIDEO]
    cards = [(table, table_address(table), code_of(table_address(table))) for table in wanted]
    return page("agenda/table_cards.html", event=event, cards=cards)


@organiser_role("editor")
@blueprint.post("/<language>/organiser/events/<int:event_id>/meetings/wall")
def new_wall(event_id: int) -> Response:
    _event, matchmaking = event_with_meetings(event_id)
    with transaction():
        new_wall_address(matchmaking, member())
        flash(_("The wall display has a new address. The old one shows nothing any more."), "success")
    return redirect(url_for(".day", event_id=event_id, _anchor="wall"))


def table_address(table: MeetingTable) -> str:
    return external_url("agenda.table_code", token=queries.table_token(table))


def code_of(address: str) -> Markup:
    """A drawing without styles, which no page of ours may have; it grows with its box."""
    return Markup(segno.make(address, error="m").svg_inline(omitsize=True, border=2))  # noqa: S704  drawn by us
