"""Pages behind a personal link: they are for one person, so nobody keeps, finds or passes on their address."""

from typing import Any

from flask import Response, abort, make_response

from elmo_events.foundation.links import sign
from elmo_events.registration import queries
from elmo_events.registration.models import Registration

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}


def registration_or_404(token: str) -> Registration:
    return queries.registration_by_token(token) or abort(404)


def personal(answer: Any) -> Response:
    response = make_response(answer)
    response.headers.update(HEADERS)
    return response


def token_of(registration: Registration) -> str:
    return sign(queries.LINK, [registration.id, registration.link_version])
