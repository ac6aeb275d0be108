"""Structured logs without personal data: ids, routes and times, never names, addresses or personal links."""

import logging
import re
import sys
import time
import uuid
from collections.abc import MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger()
DETAIL = re.compile(r"DETAIL:.*?(?=\n\[SQL: |\n\nThe above exception|\n\nDuring handling|\Z)", re.DOTALL)


def register(app: Flask) -> None:
    level = logging.getLevelNamesMapping()[app.config["ELMO_LOG_LEVEL"].upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            without_details,
            structlog.processors.JSONRenderer(sort_keys=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    app.before_request(_begin)
    app.after_request(_end)


def without_details(logger: Any, method: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """PostgreSQL repeats in its DETAIL what somebody typed, such as an address that is there already."""
    if "exception" in entry:
        entry["exception"] = DETAIL.sub("DETAIL: …", entry["exception"])
    return entry


def _begin() -> None:
    g.request_id = uuid.uuid4().hex[:12]
    g.begun = time.perf_counter()


def _end(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.get("request_id", "")
    if request.endpoint != "static":
        log.info("request", **_facts(response))
    return response


def _facts(response: Response) -> dict[str, Any]:
    """The route's pattern stands for the path: a path can hold somebody's personal link."""
    return {
        "id": g.get("request_id"),
        "method": request.method,
        "route": request.url_rule.rule if request.url_rule else None,
        "status": response.status_code,
        "milliseconds": round((time.perf_counter() - g.get("begun", time.perf_counter())) * 1000, 1),
    }
