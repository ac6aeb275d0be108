"""Security headers on every answer. Nothing inline, nothing from elsewhere; a page about one person is never kept."""

from typing import Any

from flask import Flask, Response, current_app, get_flashed_messages, request
from flask.globals import request_ctx
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

csrf = CSRFProtect()
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


def register(app: Flask) -> None:
    csrf.init_app(app)
    app.after_request(_add_headers)
    app.jinja_env.globals["get_flashed_messages"] = flashed_messages
    proxies = app.config["ELMO_TRUSTED_PROXIES"]
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=app.static_folder, prefix="static/", max_age=365 * 24 * 3600, autorefresh=False
    )


def has_session() -> bool:
    """Whether this visitor has a session already, or got one for this page."""
    return session_was_used() or current_app.config["SESSION_COOKIE_NAME"] in request.cookies


def session_was_used() -> bool:
    """Flask's `session` counts as used as soon as one looks at it, even to ask whether it was."""
    opened = request_ctx._session
    return opened is not None and opened.accessed


def flashed_messages(with_categories: bool = False) -> list[Any]:
    return list(get_flashed_messages(with_categories=with_categories)) if has_session() else []


def _add_headers(response: Response) -> Response:
    _lead_to_no_claimed_host(response)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    if session_was_used() and not response.cache_control.private:  # which says: for this visitor alone
        response.headers["Cache-Control"] = "no-store"
    else:
        response.headers.setdefault("Cache-Control", "no-cache")
    return response


def _lead_to_no_claimed_host(response: Response) -> None:
    """Routing corrects an address (`/fi` to `/fi/`) for whatever host a request claims to be for: keep the path alone."""
    if (leads_to := response.headers.get("Location", "")).startswith(request.host_url):
        response.headers["Location"] = "/" + leads_to.removeprefix(request.host_url).lstrip("/")
