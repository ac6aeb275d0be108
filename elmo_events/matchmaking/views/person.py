"""One person of an event, as another one may see them."""

from typing import Any

from flask import abort

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.labels.people import RELATION_LABELS
from elmo_events.matchmaking.queries import people as queries
from elmo_events.matchmaking.queries.requests import pending_between
from elmo_events.matchmaking.queries.scored import label_of, suggestion_of
from elmo_events.matchmaking.views.reasons import reading
from elmo_events.profiles.labels import DIRECTION_TITLES, KIND_LABELS, countries, spoken_languages
from elmo_events.profiles.queries.own import statements_by_direction
from elmo_events.profiles.queries.pictures import picture_mark


@signed_in
@blueprint.get("/<language>/events/<slug>/meetings/people/<int:participation_id>")
def person(slug: str, participation_id: int) -> Any:
    event, _matchmaking, viewer = taking_part(slug)
    other = queries.person(viewer, participation_id) or abort(404)
    profile, language = other.profile, current_language()
    suggestion = suggestion_of(viewer, other)
    open_statements = {
        direction: [one for one in stated if one.closed_at is None]
        for direction, stated in statements_by_direction(profile).items()
    }
    return page(
        "matchmaking/person.html",
        event=event,
        person=other,
        profile=profile,
        mark=picture_mark(profile),
        relation=queries.relations(viewer, [other.id]).get(other.id),
        relation_labels=RELATION_LABELS,
        request_between=pending_between(viewer, other),
        suggestion=suggestion,
        reading=reading([suggestion] if suggestion else []),
        is_labelled=label_of(viewer.profile, profile) is not None,
        statements=open_statements,
        direction_titles=DIRECTION_TITLES,
        kind_labels=KIND_LABELS,
        spoken=[spoken_languages(language).get(code, code) for code in profile.languages],
        country=countries(language).get(profile.country) if profile.country != "FI" else "",
    )
