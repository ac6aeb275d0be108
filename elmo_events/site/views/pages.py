"""Front page, and the pages that say what the site is and what it keeps."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from elmo_events.events.queries import public
from elmo_events.foundation import dates
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import UI_LANGUAGES, best_language, current_language
from elmo_events.foundation.links import external_url
from elmo_events.foundation.pages import page
from elmo_events.foundation.sorting import sort_key
from elmo_events.matchmaking.queries.coming import events_with_meetings
from elmo_events.network import queries as network
from elmo_events.organisers import queries as organisers
from elmo_events.site.blueprint import blueprint
from elmo_events.site.emails import contact_address
from elmo_events.site.labels import KEPT
from elmo_events.site.statement import statement
from elmo_events.site.texts import text

SHOWN_EVENTS = 4


@open_to_all
@blueprint.get("/")
def best_front_page() -> Response:
    response = redirect(url_for("site.front_page", language=best_language()))
    response.vary.update(("Accept-Language", "Cookie"))
    return response


@open_to_all
@blueprint.get("/<language>/")
def front_page() -> tuple[str, int]:
    moment = now()
    events, with_meetings = public.next_events(moment, SHOWN_EVENTS), events_with_meetings(moment)
    is_shown = not with_meetings or any(event.id in with_meetings for event in events)
    return page(
        "site/front_page.html",
        addresses=_addresses("site.front_page"),
        events=events,
        with_meetings=with_meetings,
        next_with_meetings=[] if is_shown else public.next_events(moment, 1, among=with_meetings),
        figures=public.figures(moment),
        regions=network.network_regions(),
        themes=network.open_themes(),
    )


@open_to_all
@blueprint.get("/<language>/about")
def about() -> tuple[str, int]:
    return page(
        "site/about.html",
        addresses=_addresses("site.about"),
        text=text("about", current_language()),
        regions=network.network_regions(),
        organisers=_organisers(),
        contact=contact_address(),
    )


@open_to_all
@blueprint.get("/<language>/accessibility")
def accessibility_statement() -> tuple[str, int]:
    return page(
        "site/accessibility_statement.html",
        statement=statement(),
        contact=contact_address(),
        day_text=lambda day: dates.day_text(day, current_language()),
    )


@open_to_all
@blueprint.get("/<language>/privacy")
def privacy() -> tuple[str, int]:
    return page("site/privacy.html", organisers=_organisers(), contact=contact_address(), kept=KEPT)


@open_to_all
@blueprint.get("/<language>/cookies")
def cookies() -> tuple[str, int]:
    return page("site/cookies.html")


def _addresses(endpoint: str) -> dict[str, str]:
    return {code: external_url(endpoint, language=code) for code in UI_LANGUAGES}


def _organisers() -> list[tuple[str, str, str]]:
    """Name, slug and website of each organiser, in the order of the alphabet."""
    language = current_language()
    named = [(organiser.name_in(language), organiser.slug, organiser.website) for organiser in organisers.organisers()]
    return sorted(named, key=lambda organiser: sort_key(organiser[0]))
