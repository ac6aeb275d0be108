"""The people of an event, and what they offer and need."""

from typing import Any

from flask import request, url_for

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.labels.people import RELATION_LABELS
from elmo_events.matchmaking.queries import people as queries
from elmo_events.matchmaking.views.filters import filters_of_people, wanted_by
from elmo_events.profiles.labels import DIRECTION_TITLES, KIND_LABELS, countries
from elmo_events.profiles.queries.pictures import picture_marks

STATEMENTS = "statements"
KEPT = {"list", "words", "direction", "statement_kind", "theme", "kind", "region", "language"}


@signed_in
@blueprint.get("/<language>/events/<slug>/meetings/people")
def people(slug: str) -> Any:
    """Two lists with the same filters: of people, and of offers and needs."""
    event, _matchmaking, viewer = taking_part(slug)
    filters = filters_of_people()
    wanted = wanted_by(filters)
    by_statement = request.args.get("list") == STATEMENTS
    found = (queries.statements if by_statement else queries.people)(viewer, wanted, page_asked())
    profiles = [row.profile for row in found.items]
    numbers = queries.participation_ids(viewer, {profile.id for profile in profiles})
    asked = {name: value for name, value in request.args.to_dict().items() if name in KEPT and value}

    def list_url(**changed: Any) -> str:
        return url_for(".people", slug=slug, **{name: value for name, value in (asked | changed).items() if value})

    return page(
        "matchmaking/people.html",
        event=event,
        found=found,
        by_statement=by_statement,
        filters=filters,
        words=wanted.words,
        is_narrowed=bool(wanted.words) or any(one.chosen for one in filters),
        numbers=numbers,
        marks=picture_marks(profile.id for profile in profiles),
        relations=queries.relations(viewer, list(numbers.values())),
        relation_labels=RELATION_LABELS,
        kind_labels=KIND_LABELS,
        countries=countries(current_language()),
        direction_titles=DIRECTION_TITLES,
        list_url=list_url,
        list_without=lambda name: list_url(**{name: ""}),
        page_url=lambda number: list_url(page=number),
    )
