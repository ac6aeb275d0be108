"""The organiser's events: those to come, drafts, past and cancelled ones."""

from math import ceil

from flask import request, url_for

from elmo_events.events.blueprint import blueprint
from elmo_events.events.queries import organiser as queries
from elmo_events.events.queries.organiser import Shelf
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.pages import page
from elmo_events.organisers import queries as organisers
from elmo_events.organisers.guards import member


@organiser_role("editor")
@blueprint.get("/<language>/organiser/events")
def organiser_events() -> tuple[str, int]:
    own = organisers.organisers_of(member())
    numbers = [organiser.id for organiser in own]
    moment = now()
    asked = request.args.get("show", "")
    shelf = Shelf(asked) if asked in set(Shelf) else Shelf.COMING
    counts = queries.shelf_counts(numbers, moment)
    last_page = max(1, ceil(counts[shelf] / queries.PER_PAGE))
    return page(
        "events/organiser_events.html",
        shelf=shelf,
        counts=counts,
        events=queries.events_on_shelf(shelf, numbers, moment, min(page_asked(), last_page)),
        page_url=lambda number: url_for("events.organiser_events", show=shelf, page=number),
        taken=queries.taken,
        organisers=own,
    )
