"""How a page is answered: rendering, static addresses that change with their content, and the filters that templates use."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, render_template, url_for
from flask_wtf.csrf import generate_csrf

from elmo_events.foundation import dates, markdown
from elmo_events.foundation.languages import current_language


def page(template: str, **context: Any) -> tuple[str, int]:
    """Render a page; 422 when one of its forms holds an error."""
    forms = (value for name, value in context.items() if name == "form" or name.endswith("_form"))
    status = 422 if any(getattr(form, "errors", None) for form in forms) else 200
    return render_template(template, **context), status


def register(app: Flask) -> None:
    app.extensions["assets"] = {}
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.globals.update(asset=asset, csrf_token=generate_csrf, url_for=url_for)
    app.jinja_env.filters.update(
        markdown=markdown.to_html,
        date_text=lambda moment, zone=dates.HELSINKI: dates.date_text(moment, current_language(), zone),
        weekday_date_text=lambda moment, zone=dates.HELSINKI: dates.date_text(moment, current_language(), zone, True),
        time_text=lambda moment, zone=dates.HELSINKI: dates.time_text(moment, current_language(), zone),
        date_time_text=lambda moment, zone=dates.HELSINKI: dates.date_time_text(moment, current_language(), zone),
        day_text=lambda day, weekday=False: dates.day_text(day, current_language(), weekday),
        weekday_text=lambda moment: dates.weekday_text(moment.date(), current_language()),
        iso=lambda moment, zone=dates.HELSINKI: dates.local(moment, zone).isoformat(timespec="seconds"),
    )
    app.jinja_env.globals.update(
        span_text=lambda start, end, zone=dates.HELSINKI: dates.span_text(start, end, current_language(), zone),
        hours_text=lambda start, end, zone=dates.HELSINKI: dates.hours_text(start, end, current_language(), zone),
        zone_text=lambda moment, zone=dates.HELSINKI: dates.zone_text(moment, current_language(), zone),
        number_text=number_text,
    )


def asset(path: str) -> str:
    """The address of a static file, with a mark of its content: browsers may keep it for a year."""
    known: dict[str, str] = current_app.extensions["assets"]
    if path not in known:
        known[path] = f"/static/{path}?v={_mark(str(current_app.static_folder), path)}"
    return known[path]


def number_text(number: int) -> str:
    """1 234 in Finnish and Swedish (with a space that doesn't break), 1,234 in English."""
    return f"{number:,}" if current_language() == "en" else f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


@lru_cache(maxsize=512)
def _mark(folder: str, path: str) -> str:
    return hashlib.sha256((Path(folder) / path).read_bytes()).hexdigest()[:10]
