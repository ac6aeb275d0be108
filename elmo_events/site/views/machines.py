"""For machines: is the service well, what may robots read, which pages are there?"""

from flask import Response, render_template
from sqlalchemy.exc import SQLAlchemyError

from elmo_events.events.queries import public
from elmo_events.foundation import worker
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.database import ping
from elmo_events.foundation.languages import UI_LANGUAGES
from elmo_events.foundation.links import external_url
from elmo_events.site.blueprint import blueprint

PAGES = (
    "site.front_page", "events.upcoming_events", "events.past_events", "site.about", "site.accessibility_statement",
    "site.privacy", "site.cookies", "site.feedback",
)  # fmt: skip


@open_to_all
@blueprint.get("/health")
def health() -> Response:
    """200 while the database answers, 503 when it doesn't; and a line on the worker, without which pages still open."""
    try:
        ping()
    except SQLAlchemyError:
        return Response("the database does not answer\n", status=503, mimetype="text/plain")
    return Response(f"ok\nworker: {worker.state()}\n", mimetype="text/plain")


@open_to_all
@blueprint.get("/robots.txt")
def robots() -> Response:
    sitemap_url = external_url("site.sitemap")
    closed = "".join(f"Disallow: /{code}/{folder}/\n" for code in UI_LANGUAGES for folder in ("organiser", "network"))
    personal = "".join(f"Disallow: /{code}/registrations/\n" for code in UI_LANGUAGES)
    return Response(f"User-agent: *\n{closed}{personal}\nSitemap: {sitemap_url}\n", mimetype="text/plain")


@open_to_all
@blueprint.get("/sitemap.xml")
def sitemap() -> Response:
    pages = [(_in_every_language(endpoint), None) for endpoint in PAGES]
    events = [
        (_in_every_language("events.event_page", slug=slug), changed_at) for slug, changed_at in public.public_slugs()
    ]
    return Response(render_template("site/sitemap.xml", pages=pages + events), mimetype="application/xml")


def _in_every_language(endpoint: str, **values: str) -> dict[str, str]:
    return {code: external_url(endpoint, language=code, **values) for code in UI_LANGUAGES}
