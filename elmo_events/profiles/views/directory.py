"""The directory: people, what they offer and seek, and the page of one of them."""

from typing import Any

from flask import abort
from flask_sqlalchemy.pagination import Pagination

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.labels import DIRECTION_TITLES, KIND_LABELS, countries, spoken_languages
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries import directory as queries
from elmo_events.profiles.queries.own import own_profile, statements_by_direction
from elmo_events.profiles.queries.pictures import picture_mark, picture_marks
from elmo_events.profiles.rules import Direction
from elmo_events.profiles.views.filters import Narrowing, filters_of_people, narrowing


@signed_in
@blueprint.get("/<language>/directory")
def directory() -> Any:
    account = account_or_403()
    if own_profile(account) is None:
        return page("profiles/directory.html", has_profile=False)
    narrowed = narrowing("profiles.directory", filters_of_people(queries.countries_among(account)))
    found = queries.people(account, narrowed.wanted, page_asked())
    return page("profiles/directory.html", **_list(narrowed, found, list(found.items)))


@signed_in
@blueprint.get("/<language>/directory/offers-and-needs")
def offers_and_needs() -> Any:
    account = account_or_403()
    if own_profile(account) is None:
        return page("profiles/offers_and_needs.html", has_profile=False)
    narrowed = narrowing("profiles.offers_and_needs", filters_of_people(queries.countries_among(account)))
    found = queries.statements(account, narrowed.wanted, page_asked())
    return page("profiles/offers_and_needs.html", **_list(narrowed, found, [one.profile for one in found.items]))


@signed_in
@blueprint.get("/<language>/directory/<int:profile_id>")
def profile_page(profile_id: int) -> Any:
    account = account_or_403()
    profile = queries.person(account, profile_id) or abort(404)
    language = current_language()
    spoken = spoken_languages(language)
    return page(
        "profiles/profile_page.html",
        profile=profile,
        mark=picture_mark(profile),
        is_own=profile.account_id == account.id,
        statements={
            direction: [one for one in stated if one.closed_at is None]
            for direction, stated in statements_by_direction(profile).items()
        },
        directions=list(Direction),
        direction_titles=DIRECTION_TITLES,
        kind_labels=KIND_LABELS,
        languages=[spoken[code] for code in profile.languages if code in spoken],
        country=countries(language).get(profile.country, ""),
    )


def _list(narrowed: Narrowing, found: Pagination, profiles: list[Profile]) -> dict[str, Any]:
    return {
        "has_profile": True,
        "found": found,
        "narrowed": narrowed,
        "marks": picture_marks(profile.id for profile in profiles),
        "countries": countries(current_language()),
        "kind_labels": KIND_LABELS,
    }
