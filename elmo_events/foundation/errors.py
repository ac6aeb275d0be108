"""Error pages: in the site's look and the visitor's language, with a number to quote when it was our fault."""

from typing import Any

import structlog
from flask import Flask, Response, g, render_template
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import ObjectDeletedError
from werkzeug.exceptions import HTTPException

from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal

log = structlog.get_logger()
PAGES = {403, 404, 405, 413, 422, 429, 500}


def register(app: Flask) -> None:
    app.register_error_handler(HTTPException, _show_http_error)
    app.register_error_handler(CSRFError, _show_expired_form)
    app.register_error_handler(Refusal, _show_refusal)
    app.register_error_handler(ObjectDeletedError, _show_gone)
    app.register_error_handler(Exception, _show_our_fault)


def _show_http_error(error: HTTPException) -> Any:
    if error.code is None or error.code < 400:  # noqa: PLR2004  a redirect is no error
        return error
    return _page(error.code if error.code in PAGES else 404, error.code)


def _show_expired_form(error: CSRFError) -> Any:
    return render_template("errors/expired_form.html"), 400


def _show_refusal(refusal: Refusal) -> Any:
    return render_template("errors/422.html", sentence=refusal.sentence), 422


def _show_gone(error: ObjectDeletedError) -> Any:
    """Somebody deleted it while this request was on its way: a second click on the same button, for one."""
    db.session.rollback()
    return _page(404, 404)


def _show_our_fault(error: Exception) -> Any:
    db.session.rollback()
    log.error("failed", id=g.get("request_id"), exc_info=error)
    return _page(500, 500)


def _page(name: int, status: int) -> Any:
    try:
        return render_template(f"errors/{name}.html", request_id=g.get("request_id", ""), sentence=None), status
    except Exception:  # the page may need what has failed; Flask would log the path, which may be a personal link
        db.session.rollback()
        log.exception("error page failed", id=g.get("request_id"))
        return Response(f"{status} {g.get('request_id', '')}\n", status=status, mimetype="text/plain")
